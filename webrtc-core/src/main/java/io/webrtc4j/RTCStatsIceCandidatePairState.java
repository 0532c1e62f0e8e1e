package io.webrtc4j;

/** The states of a pair of candidates (RFC 8445 §6.1.2.6). */
public enum RTCStatsIceCandidatePairState {
  /** Waits for a check of a pair with the same foundation. */
  FROZEN("frozen"),

  /** Waits for its turn to be checked. */
  WAITING("waiting"),

  /** A check is under way. */
  IN_PROGRESS("in-progress"),

  /** A check was not answered, or with an error. */
  FAILED("failed"),

  /** A check was answered as it should be. */
  SUCCEEDED("succeeded");

  private final String value;

  RTCStatsIceCandidatePairState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
