package io.webrtc4j;

/** Why the quality of an encoding is not better (W3C Statistics). */
public enum RTCQualityLimitationReason {
  /** It is not limited. */
  NONE("none"),

  /** Encoding takes too long. */
  CPU("cpu"),

  /** More does not fit through the network. */
  BANDWIDTH("bandwidth"),

  /** Something else. */
  OTHER("other");

  private final String value;

  RTCQualityLimitationReason(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
