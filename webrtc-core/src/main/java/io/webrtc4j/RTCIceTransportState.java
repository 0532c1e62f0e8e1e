package io.webrtc4j;

/** How an ICE transport does (W3C WebRTC §5.6.6). */
public enum RTCIceTransportState {
  /** Shut down; checks are no longer answered. */
  CLOSED("closed"),

  /** No pair works, or the peer stopped to consent. An ICE restart may revive it. */
  FAILED("failed"),

  /** The peer does not answer at the moment; may recover by itself. */
  DISCONNECTED("disconnected"),

  /** Waiting for remote candidates. */
  NEW("new"),

  /** Pairs of candidates are being checked. */
  CHECKING("checking"),

  /** Checks are done, a pair is in use. */
  COMPLETED("completed"),

  /** A usable pair was found, checks go on. */
  CONNECTED("connected");

  private final String value;

  RTCIceTransportState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
