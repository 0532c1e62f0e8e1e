package io.webrtc4j.rtp.srtp;

/** What became of a packet. All but {@link #OK} leave it as it was; the caller counts and drops. */
public enum SrtpStatus {
  /** Protected, or verified and decrypted. */
  OK,
  /** Too short, or not RTP or RTCP at all. */
  MALFORMED,
  /** The authentication tag is not that of these bytes. */
  AUTHENTICATION_FAILED,
  /**
   * A packet with this index has been before (RFC 3711 §3.3.2). To protect a second packet under
   * one index would give both away; who retransmits sends the protected bytes again.
   */
  REPLAYED,
  /** Older than the replay window, so that nobody can tell whether it has been before. */
  TOO_OLD,
  /** The key has protected as many packets of this source as it may (RFC 3711 §9.2). */
  KEY_EXHAUSTED,
  /** The context knows as many sources as it may, and this packet is of another. */
  TOO_MANY_SOURCES
}
