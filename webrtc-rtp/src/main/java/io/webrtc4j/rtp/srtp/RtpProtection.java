package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;

/** How one profile protects RTP packets, with the session keys of one direction. */
sealed interface RtpProtection permits CounterModeRtp, GcmRtp {

  static RtpProtection of(SrtpMasterKey master) {
    return master.profile().isAead() ? new GcmRtp(master) : new CounterModeRtp(master);
  }

  /** Encrypts what follows the header in place and appends the tag. */
  void protect(PacketBuffer packet, int headerLength, int ssrc, long index);

  /**
   * Verifies, decrypts and cuts off the tag, which the packet must be long enough to hold; false,
   * and nothing is changed, if it is not authentic.
   */
  boolean unprotect(PacketBuffer packet, int headerLength, int ssrc, long index);
}
