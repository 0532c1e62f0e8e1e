package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;

/** How one profile protects RTCP packets, with the session keys of one direction. */
sealed interface RtcpProtection permits CounterModeRtcp, GcmRtcp {
  /** Bytes that stay in the clear: the first packet's header and SSRC (RFC 3711 §3.4). */
  int HEADER_LENGTH = 8;

  /** The E flag and the SRTCP index after it. */
  int ESRTCP_WORD_LENGTH = 4;

  /** Set if the packet is encrypted. */
  int E_FLAG = 0x80000000;

  static RtcpProtection of(SrtpMasterKey master) {
    return master.profile().isAead() ? new GcmRtcp(master) : new CounterModeRtcp(master);
  }

  /** Encrypts what follows the header in place and appends index and tag. */
  void protect(PacketBuffer packet, int ssrc, int index);

  /** The word of E flag and index in a protected packet, which must be long enough to hold it. */
  int esrtcpWord(PacketBuffer packet);

  /**
   * Verifies, decrypts if the E flag is set, and cuts off index and tag; false, and nothing is
   * changed, if it is not authentic.
   */
  boolean unprotect(PacketBuffer packet, int ssrc, int esrtcpWord);
}
