package io.webrtc4j.sim;

/** What a link does with a packet that is put on it. */
public enum LinkFate {
  /** It will arrive. */
  ARRIVES,
  /** Lost by chance. */
  LOST,
  /** Lost in a burst. */
  LOST_IN_BURST,
  /** The link was down. */
  LINK_DOWN,
  /** The filter did not accept it. */
  FILTERED,
  /** The queue was full. */
  QUEUE_FULL,
  /** It was larger than the MTU. */
  TOO_LARGE
}
