package io.webrtc4j;

/** Where a connection is in its exchange of offers and answers (W3C WebRTC §4.3.1). */
public enum RTCSignalingState {
  /** No exchange is under way. */
  STABLE("stable"),

  /** A local offer was applied. */
  HAVE_LOCAL_OFFER("have-local-offer"),

  /** A remote offer was applied. */
  HAVE_REMOTE_OFFER("have-remote-offer"),

  /** A remote offer and a local provisional answer were applied. */
  HAVE_LOCAL_PRANSWER("have-local-pranswer"),

  /** A local offer and a remote provisional answer were applied. */
  HAVE_REMOTE_PRANSWER("have-remote-pranswer"),

  /** The connection was closed. */
  CLOSED("closed");

  private final String value;

  RTCSignalingState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
