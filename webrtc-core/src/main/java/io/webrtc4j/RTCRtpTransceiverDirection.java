package io.webrtc4j;

/** In which directions a transceiver is to carry media (W3C WebRTC §5.1.3). */
public enum RTCRtpTransceiverDirection {
  /** Offers to send and to receive. */
  SENDRECV("sendrecv"),

  /** Offers to send, and does not receive. */
  SENDONLY("sendonly"),

  /** Offers to receive, and does not send. */
  RECVONLY("recvonly"),

  /** Neither sends nor receives. */
  INACTIVE("inactive"),

  /** Neither sends nor receives, for good. */
  STOPPED("stopped");

  private final String value;

  RTCRtpTransceiverDirection(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
