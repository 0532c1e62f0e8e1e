package io.webrtc4j;

/** How far a data channel is (W3C WebRTC §6.2.4). */
public enum RTCDataChannelState {
  /** Being established. */
  CONNECTING("connecting"),

  /** Messages can be sent and received. */
  OPEN("open"),

  /** Being closed; what was queued is still delivered. */
  CLOSING("closing"),

  /** Closed, or could not be established. */
  CLOSED("closed");

  private final String value;

  RTCDataChannelState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
