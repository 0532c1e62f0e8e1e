package io.webrtc4j.session.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import org.junit.jupiter.api.Test;

class PacketKindTest {

  @Test
  void theFirstByteTellsTheProtocolAsInRfc7983() {
    for (int first = 0; first < 256; first++) {
      assertThat(PacketKind.of(PacketBuffer.wrap(new byte[] {(byte) first, 0})))
          .as("first byte %d", first)
          .isEqualTo(expected(first));
    }
    assertThat(PacketKind.of(PacketBuffer.wrap(new byte[0]))).isEqualTo(PacketKind.UNKNOWN);
  }

  /** The figure of RFC 7983 §7, less ZRTP and TURN channels, which nothing here speaks. */
  private static PacketKind expected(int first) {
    if (first <= 3) {
      return PacketKind.STUN;
    }
    if (20 <= first && first <= 63) {
      return PacketKind.DTLS;
    }
    return 128 <= first && first <= 191 ? PacketKind.RTP_OR_RTCP : PacketKind.UNKNOWN;
  }
}
