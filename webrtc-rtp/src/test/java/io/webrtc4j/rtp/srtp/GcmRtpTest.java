package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 7714 §16, whose keys are session keys. */
class GcmRtpTest {
  static final String SALT = "51756964 2070726f 2071756f";
  private static final String HEADER = "8040f17b 8041f8d3 5501a0b2";
  private static final int HEADER_LENGTH = 12;
  private static final int SSRC = 0x5501a0b2;
  private static final long INDEX = 0xf17b;
  private static final String PLAIN =
      HEADER
          + """
            47616c6c
            69612065 7374206f 6d6e6973 20646976
            69736120 696e2070 61727465 73207472
            6573
            """;

  @ParameterizedTest
  @CsvSource({
    // §16.1.1, §16.1.2
    "000102030405060708090a0b0c0d0e0f,"
        + "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b"
        + "36de3adf8833899d7f27beb16a9152cf765ee4390cce",
    // §16.2.1, §16.2.2
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f,"
        + "32b1de78a822fe12ef9f78fa332e33aab18012389a58e2f3b50b2a0276ffae0f"
        + "1ba63799b87b7aa3db36dfffd6b0f9bb7878d7a76c13"
  })
  void packetsAreThoseOfTheRfc(String key, String encrypted) {
    GcmRtp protection = new GcmRtp(Hex.bytes(key), Hex.bytes(SALT));
    PacketBuffer packet = Hex.packet(PLAIN);
    protection.protect(packet, HEADER_LENGTH, SSRC, INDEX);
    assertThat(packet.toByteArray()).isEqualTo(Hex.bytes(HEADER + encrypted));
    assertThat(protection.unprotect(packet, HEADER_LENGTH, SSRC, INDEX)).isTrue();
    assertThat(packet.toByteArray()).isEqualTo(Hex.bytes(PLAIN));
  }
}
