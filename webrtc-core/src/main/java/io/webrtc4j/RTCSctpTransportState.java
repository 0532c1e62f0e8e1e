package io.webrtc4j;

/** How an SCTP transport does (W3C WebRTC §6.1.2). */
public enum RTCSctpTransportState {
  /** The association is being established, or waits for what it needs. */
  CONNECTING("connecting"),

  /** The association is established. */
  CONNECTED("connected"),

  /** The association is over: ended by the peer, by this side, or because DTLS has ended. */
  CLOSED("closed");

  private final String value;

  RTCSctpTransportState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
