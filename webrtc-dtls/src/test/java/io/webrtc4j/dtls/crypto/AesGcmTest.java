package io.webrtc4j.dtls.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test cases 4 and 16 of the GCM specification (McGrew and Viega), their nonces cut in two. */
class AesGcmTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SALT = HEX.parseHex("cafebabe");
  private static final long NONCE = 0xfacedbaddecaf888L;
  private static final byte[] AAD = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  private static final byte[] PLAIN =
      HEX.parseHex(
          "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
              + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");

  @ParameterizedTest
  @CsvSource({
    "feffe9928665731c6d6a8f9467308308,"
        + "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
        + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091,"
        + "5bc94fbc3221a5db94fae95ae7121a47",
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,"
        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662,"
        + "76fc6ece0f4e1768cddf8853bb2d551b"
  })
  void sealsInPlaceAndOpens(String key, String cipherText, String tag) {
    RecordCipher cipher = new AesGcm(HEX.parseHex(key), SALT);
    byte[] array = new byte[3 + 8 + PLAIN.length + 16 + 3];
    System.arraycopy(PLAIN, 0, array, 11, PLAIN.length);
    cipher.seal(array, 11, PLAIN.length, NONCE, AAD);
    assertThat(HEX.formatHex(array))
        .isEqualTo("000000" + "facedbaddecaf888" + cipherText + tag + "000000");
    int length = 8 + PLAIN.length + 16;
    assertThat(cipher.open(array, 3, length, 0, AAD)).isEqualTo(PLAIN);
    assertThat(cipher.open(array, 3, length, 0, new byte[20])).isNull();
    assertThat(cipher.open(array, 4, length, 0, AAD)).isNull();
  }

  @Test
  void everyChangedBitIsFound() {
    RecordCipher cipher = new AesGcm(new byte[16], SALT);
    byte[] array = new byte[8 + 5 + 16];
    cipher.seal(array, 8, 5, 1, AAD);
    for (int bit = 0; bit < array.length * 8; bit++) {
      byte[] changed = array.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(cipher.open(changed, 0, changed.length, 1, AAD)).isNull();
    }
    assertThat(cipher.open(array, 0, array.length, 1, AAD)).isEqualTo(new byte[5]);
  }

  @Test
  void nothingCanBeSealedToo() {
    RecordCipher cipher = new AesGcm(new byte[16], SALT);
    byte[] array = new byte[24];
    cipher.seal(array, 8, 0, 1, AAD);
    assertThat(cipher.open(array, 0, 24, 1, AAD)).isEmpty();
    assertThat(Arrays.equals(array, new byte[24])).isFalse();
  }
}
