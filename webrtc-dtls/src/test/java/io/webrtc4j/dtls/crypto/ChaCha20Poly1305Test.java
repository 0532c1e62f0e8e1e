package io.webrtc4j.dtls.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example of RFC 8439 §2.8.2, its nonce made as RFC 7905 §2 does, and what records need. */
class ChaCha20Poly1305Test {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY =
      HEX.parseHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  private static final byte[] AAD = HEX.parseHex("50515253c0c1c2c3c4c5c6c7");
  private static final byte[] PLAIN =
      ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
              + " sunscreen would be it.")
          .getBytes(StandardCharsets.US_ASCII);
  private static final String SEALED =
      "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
          + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
          + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
          + "3ff4def08e4b7a9de576d26586cec64b6116"
          + "1ae10b594f09e26a7e902ecbd0600691";

  @Test
  void sealsInPlaceAndOpens() {
    // 070000004041424344454647 in the RFC: the IV below, with the sequence number put in.
    long sequence = 0x0001000000000009L;
    byte[] iv = HEX.parseHex("07000000404042434445464e");
    byte[] array = new byte[3 + PLAIN.length + 16 + 2];
    System.arraycopy(PLAIN, 0, array, 3, PLAIN.length);
    new ChaCha20Poly1305(KEY, iv).seal(array, 3, PLAIN.length, sequence, AAD);
    assertThat(HEX.formatHex(array)).isEqualTo("000000" + SEALED + "0000");
    int length = PLAIN.length + 16;
    RecordCipher cipher = new ChaCha20Poly1305(KEY, iv);
    assertThat(cipher.open(array, 3, length, sequence, AAD)).isEqualTo(PLAIN);
    assertThat(cipher.open(array, 3, length, sequence + 1, AAD)).isNull();
    assertThat(cipher.open(array, 3, length, sequence + 2, new byte[12])).isNull();
    assertThat(cipher.open(array, 4, length, sequence, AAD)).isNull();
  }

  @Test
  void aForgedRecordDoesNotKeepOutTheRealOne() {
    RecordCipher writer = new ChaCha20Poly1305(KEY, new byte[12]);
    RecordCipher reader = new ChaCha20Poly1305(KEY, new byte[12]);
    for (long sequence = 1L << 48; sequence < (1L << 48) + 3; sequence++) {
      byte[] record = new byte[5 + 16];
      writer.seal(record, 0, 5, sequence, AAD);
      for (int bit = 0; bit < record.length * 8; bit++) {
        byte[] forged = record.clone();
        forged[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(reader.open(forged, 0, forged.length, sequence, AAD)).isNull();
      }
      assertThat(reader.open(record, 0, record.length, sequence, AAD)).isEqualTo(new byte[5]);
    }
  }

  @Test
  void nothingCanBeSealedToo() {
    byte[] array = new byte[16];
    new ChaCha20Poly1305(KEY, new byte[12]).seal(array, 0, 0, 7, AAD);
    RecordCipher reader = new ChaCha20Poly1305(KEY, new byte[12]);
    assertThat(reader.open(array, 0, 16, 7, AAD)).isEmpty();
  }
}
