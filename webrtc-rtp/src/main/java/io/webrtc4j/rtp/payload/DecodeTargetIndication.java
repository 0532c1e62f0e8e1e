package io.webrtc4j.rtp.payload;

/** What a frame is to a decode target (AV1 RTP specification, table A.1), in the table's order. */
public enum DecodeTargetIndication {
  /** It is not part of it. */
  NOT_PRESENT,
  /** No other frame of the decode target needs it. */
  DISCARDABLE,
  /** From this frame on, the decode target can be decoded by who decoded a lower one. */
  SWITCH,
  /** It is needed, and neither of these. */
  REQUIRED;

  private static final DecodeTargetIndication[] VALUES = values();

  static DecodeTargetIndication of(int bits) {
    return VALUES[bits];
  }
}
