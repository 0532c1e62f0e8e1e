package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 7714 §17, whose keys are session keys. */
class GcmRtcpTest {
  private static final String KEY_128 = "000102030405060708090a0b0c0d0e0f";
  private static final String KEY_256 = KEY_128 + "101112131415161718191a1b1c1d1e1f";
  private static final int SSRC = 0x4d617273;
  private static final int INDEX = 0x5d4;
  private static final int E_FLAG = 0x80000000;
  private static final String PLAIN =
      """
      81c8000d 4d617273 4e545031 4e545032
      52545020 0000042a 0000e930 4c756e61
      deadbeef deadbeef deadbeef deadbeef
      deadbeef
      """;

  @Test
  void anEncryptedPacketIsThatOfTheRfc() { // §17.1
    PacketBuffer packet = Hex.packet(PLAIN);
    protection(KEY_128).protect(packet, SSRC, INDEX);
    assertThat(packet.toByteArray())
        .isEqualTo(
            Hex.bytes(
                """
                81c8000d 4d617273 63e94885 dcdab67c
                a727d766 2f6b7e99 7ff5c0f7 6c06f32d
                c676a5f1 730d6fda 4ce09b46 86303ded
                0bb9275b c84aa458 96cf4d2f c5abf872
                45d9eade 800005d4
                """));
  }

  @Test
  void anEncryptedPacketOfTheRfcIsDecrypted() { // §17.2
    PacketBuffer packet =
        Hex.packet(
            """
            81c8000d 4d617273 d50ae4d1 f5ce5d30
            4ba297e4 7d470c28 2c3ece5d bffe0a50
            a2eaa5c1 110555be 8415f658 c61de047
            6f1b6fad 1d1eb30c 4446839f 57ff6f6c
            b26ac3be 800005d4
            """);
    assertIsUnprotected(KEY_256, packet, E_FLAG | INDEX);
  }

  @Test
  void aPacketThatIsOnlyAuthenticatedIsTaken() { // §17.3, §17.4
    assertIsUnprotected(
        KEY_128, Hex.packet(PLAIN + "841dd968 3dd78ec9 2ae58790 125f62b3 000005d4"), INDEX);
    assertIsUnprotected(
        KEY_256, Hex.packet(PLAIN + "91db4afb feee5a97 8fab4393 ed2615fe 000005d4"), INDEX);
  }

  private static void assertIsUnprotected(String key, PacketBuffer packet, int esrtcpWord) {
    GcmRtcp protection = protection(key);
    assertThat(protection.esrtcpWord(packet)).isEqualTo(esrtcpWord);
    assertThat(protection.unprotect(packet, SSRC, esrtcpWord)).isTrue();
    assertThat(packet.toByteArray()).isEqualTo(Hex.bytes(PLAIN));
  }

  private static GcmRtcp protection(String key) {
    return new GcmRtcp(Hex.bytes(key), Hex.bytes(GcmRtpTest.SALT));
  }
}
