package io.webrtc4j;

/** What a session description is (W3C WebRTC §4.6.1). */
public enum RTCSdpType {
  /** A proposal. */
  OFFER("offer"),

  /** An answer that may still change. */
  PRANSWER("pranswer"),

  /** The final answer to an offer. */
  ANSWER("answer"),

  /** Takes back what was proposed; it carries no description. */
  ROLLBACK("rollback");

  private final String value;

  RTCSdpType(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
