package io.webrtc4j;

/** Which part an ICE agent plays (W3C WebRTC §5.6.7). */
public enum RTCIceRole {
  /** Not determined yet. */
  UNKNOWN("unknown"),

  /** It selects the pair. */
  CONTROLLING("controlling"),

  /** The peer selects the pair. */
  CONTROLLED("controlled");

  private final String value;

  RTCIceRole(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
