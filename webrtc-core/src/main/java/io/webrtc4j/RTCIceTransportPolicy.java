package io.webrtc4j;

/** Which local candidates may be used (W3C WebRTC §4.2.3). */
public enum RTCIceTransportPolicy {
  /** Only candidates of TURN servers, so that the peer does not learn this host's addresses. */
  RELAY("relay"),

  /** Any candidate. */
  ALL("all");

  private final String value;

  RTCIceTransportPolicy(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
