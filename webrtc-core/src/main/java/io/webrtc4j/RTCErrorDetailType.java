package io.webrtc4j;

/** What failed (W3C WebRTC §11.2). */
public enum RTCErrorDetailType {
  /** A data channel. */
  DATA_CHANNEL_FAILURE("data-channel-failure"),

  /** DTLS: its negotiation, or a connection that ended by a fatal alert. */
  DTLS_FAILURE("dtls-failure"),

  /** The peer's certificate is not one of those in its description. */
  FINGERPRINT_FAILURE("fingerprint-failure"),

  /** SCTP: its negotiation, or an association that ended by an error. */
  SCTP_FAILURE("sctp-failure"),

  /** A session description is malformed. */
  SDP_SYNTAX_ERROR("sdp-syntax-error"),

  /** No hardware encoder is free. */
  HARDWARE_ENCODER_NOT_AVAILABLE("hardware-encoder-not-available"),

  /** The hardware encoder does not do what was asked. */
  HARDWARE_ENCODER_ERROR("hardware-encoder-error");

  private final String value;

  RTCErrorDetailType(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
