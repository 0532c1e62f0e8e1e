package io.webrtc4j;

/** How a DTLS transport does (W3C WebRTC §5.5.1). */
public enum RTCDtlsTransportState {
  /** DTLS has not begun. */
  NEW("new"),

  /** The handshake is under way. */
  CONNECTING("connecting"),

  /** The peer has proven that it is who its description says; data flows. */
  CONNECTED("connected"),

  /** The peer closed it, by a close_notify alert, or this side did. */
  CLOSED("closed"),

  /** It ended by an error, such as a certificate that is not the one described. */
  FAILED("failed");

  private final String value;

  RTCDtlsTransportState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
