package io.webrtc4j;

/** How the ICE and DTLS transports do together (W3C WebRTC §4.3.3). */
public enum RTCPeerConnectionState {
  /** Not begun. */
  NEW("new"),

  /** Transports are being established. */
  CONNECTING("connecting"),

  /** All transports are established. */
  CONNECTED("connected"),

  /** The peer does not answer at the moment; may recover by itself. */
  DISCONNECTED("disconnected"),

  /** A transport failed; see RTCPeerConnection.failureReason(). */
  FAILED("failed"),

  /** The connection was closed. */
  CLOSED("closed");

  private final String value;

  RTCPeerConnectionState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
