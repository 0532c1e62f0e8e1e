package io.webrtc4j;

/** What a candidate is reached by (W3C WebRTC §4.8.1.7). */
public enum RTCIceProtocol {
  /** UDP. */
  UDP("udp"),

  /** TCP (RFC 6544). */
  TCP("tcp");

  private final String value;

  RTCIceProtocol(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
