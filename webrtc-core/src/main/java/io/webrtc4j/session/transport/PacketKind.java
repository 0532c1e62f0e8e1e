package io.webrtc4j.session.transport;

import io.webrtc4j.common.PacketBuffer;

/** What a datagram on a shared port is, told by its first byte (RFC 7983 §7). */
enum PacketKind {
  STUN,
  DTLS,
  RTP_OR_RTCP,
  UNKNOWN;

  private static final int STUN_LAST = 3;
  private static final int DTLS_FIRST = 20;
  private static final int DTLS_LAST = 63;
  private static final int RTP_FIRST = 128;
  private static final int RTP_LAST = 191;

  static PacketKind of(PacketBuffer packet) {
    if (packet.isEmpty()) {
      return UNKNOWN;
    }
    int first = packet.u8(0);
    if (first <= STUN_LAST) {
      return STUN;
    }
    if (first >= DTLS_FIRST && first <= DTLS_LAST) {
      return DTLS;
    }
    return first >= RTP_FIRST && first <= RTP_LAST ? RTP_OR_RTCP : UNKNOWN;
  }
}
