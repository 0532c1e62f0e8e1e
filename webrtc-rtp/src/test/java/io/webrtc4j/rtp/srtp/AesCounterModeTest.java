package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The vector of RFC 3711 appendix B.2. */
class AesCounterModeTest {
  private static final int BLOCK = 16;

  @Test
  void theKeyStreamIsThatOfTheRfc() {
    AesCounterMode cipher =
        new AesCounterMode(
            Hex.bytes("2B7E151628AED2A6ABF7158809CF4F3C"),
            Hex.bytes("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"));
    byte[] stream = new byte[0xff02 * BLOCK];
    cipher.apply(stream, 0, stream.length, 0, 0);
    assertThat(blocks(stream, 0))
        .isEqualTo(
            Hex.bytes(
                """
                E03EAD0935C95E80E166B16DD92B4EB4
                D23513162B02D0F72A43A2FE4A5F97AB
                41E95B3BB0A2E8DD477901E4FCA894C0
                """));
    assertThat(blocks(stream, 0xfeff))
        .isEqualTo(
            Hex.bytes(
                """
                EC8CDF7398607CB0F2D21675EA9EA1E4
                362B7C3C6773516318A077D7FC5073AE
                6A2CC3787889374FBEB4C81B17BA6C44
                """));
  }

  private static byte[] blocks(byte[] stream, int first) {
    return Arrays.copyOfRange(stream, first * BLOCK, (first + 3) * BLOCK);
  }
}
