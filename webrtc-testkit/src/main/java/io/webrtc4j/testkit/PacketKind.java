package io.webrtc4j.testkit;

/** What a datagram of WebRTC is, told by its first bytes (RFC 7983 §7). */
public enum PacketKind {
  /** A STUN request, such as a connectivity check. */
  STUN_REQUEST,
  /** A STUN indication. */
  STUN_INDICATION,
  /** A STUN response, success or error. */
  STUN_RESPONSE,
  /** A DTLS handshake or ChangeCipherSpec record; in the clear or not. */
  DTLS_HANDSHAKE,
  /** A DTLS alert. */
  DTLS_ALERT,
  /** What DTLS carries: SCTP, and so data channels. */
  DTLS_DATA,
  /** RTP or RTCP. */
  RTP,
  /** A multicast DNS query or response (RFC 6762), told by its port. */
  MULTICAST_DNS,
  /** Something else. */
  OTHER;

  private static final int STUN_CLASS_BITS = 0x0110;
  private static final int STUN_REQUEST_CLASS = 0x0000;
  private static final int STUN_INDICATION_CLASS = 0x0010;
  private static final int STUN_HEADER = 20;

  static PacketKind of(byte[] payload) {
    if (payload.length == 0) {
      return OTHER;
    }
    int first = payload[0] & 0xff;
    if (first <= 3) {
      return payload.length < STUN_HEADER ? OTHER : stun((first << 8) | (payload[1] & 0xff));
    }
    return switch (first) {
      case 20, 22, 25, 26 -> DTLS_HANDSHAKE;
      case 21 -> DTLS_ALERT;
      case 23 -> DTLS_DATA;
      default -> first >= 128 && first <= 191 ? RTP : OTHER;
    };
  }

  private static PacketKind stun(int messageType) {
    return switch (messageType & STUN_CLASS_BITS) {
      case STUN_REQUEST_CLASS -> STUN_REQUEST;
      case STUN_INDICATION_CLASS -> STUN_INDICATION;
      default -> STUN_RESPONSE;
    };
  }
}
