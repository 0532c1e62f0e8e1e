package io.webrtc4j.rtp.session;

/** Why an RTP or RTCP packet that came was dropped. */
public enum RtpDropReason {
  /** It is no RTP packet. */
  MALFORMED,
  /** It names a section that there is none of. */
  UNKNOWN_MID,
  /** Neither MID, source nor payload type tell its section (RFC 9143 §9.2). */
  UNKNOWN_SECTION,
  /** Its section does not receive at present. */
  NOT_RECEIVING,
  /** Its payload type is not among its section's. */
  UNKNOWN_PAYLOAD_TYPE,
  /** It is of a version of simulcast that was not agreed on. */
  UNKNOWN_RID,
  /** It is a retransmission, and nothing tells of which source. */
  UNKNOWN_RETRANSMISSION,
  /** Its source has just said goodbye. */
  AFTER_GOODBYE,
  /** It has our own source. */
  OUR_SOURCE,
  /** RTCP that can't be read. */
  MALFORMED_RTCP,
  /** RTCP of a type that is not known here. */
  UNKNOWN_RTCP,
  /** RTCP about a source that is not ours. */
  FOREIGN_RTCP,
  /** An event that nobody polled in time. */
  NOT_POLLED
}
