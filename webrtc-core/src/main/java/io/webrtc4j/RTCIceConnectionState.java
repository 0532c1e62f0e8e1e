package io.webrtc4j;

/** How the ICE transports do (W3C WebRTC §4.3.4). */
public enum RTCIceConnectionState {
  /** Waiting for remote candidates. */
  NEW("new"),

  /** Pairs of candidates are being checked. */
  CHECKING("checking"),

  /** A usable pair was found, checks go on. */
  CONNECTED("connected"),

  /** Checks are done, a pair is in use. */
  COMPLETED("completed"),

  /** The peer does not answer at the moment; may recover by itself. */
  DISCONNECTED("disconnected"),

  /** No pair works, or the peer stopped to consent. */
  FAILED("failed"),

  /** The connection was closed. */
  CLOSED("closed");

  private final String value;

  RTCIceConnectionState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
