package io.webrtc4j.rtp.rtcp;

/** The formats of feedback messages (RFC 4585 §6.1), where other packets have a count. */
final class FeedbackFormat {
  /** Transport layer: RFC 4585 §6.2.1. */
  static final int GENERIC_NACK = 1;

  /** Transport layer: RFC 8888 §3.1. */
  static final int CONGESTION_CONTROL_FEEDBACK = 11;

  /** Transport layer: draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1. */
  static final int TRANSPORT_FEEDBACK = 15;

  /** Payload-specific: RFC 4585 §6.3.1. */
  static final int PICTURE_LOSS_INDICATION = 1;

  /** Payload-specific: RFC 5104 §4.3.1. */
  static final int FULL_INTRA_REQUEST = 4;

  /** Payload-specific: RFC 4585 §6.4. */
  static final int APPLICATION_LAYER = 15;

  private FeedbackFormat() {}
}
