package io.webrtc4j;

/** How a TURN server is reached (W3C WebRTC §4.8.1.10). */
public enum RTCIceServerTransportProtocol {
  /** UDP. */
  UDP("udp"),

  /** TCP. */
  TCP("tcp"),

  /** TLS over TCP. */
  TLS("tls");

  private final String value;

  RTCIceServerTransportProtocol(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
