package io.webrtc4j.ice;

/** The transport of a candidate. The agent checks UDP only and ignores the others. */
public enum CandidateTransport {
  /** UDP. */
  UDP,
  /** TCP (RFC 6544). */
  TCP
}
