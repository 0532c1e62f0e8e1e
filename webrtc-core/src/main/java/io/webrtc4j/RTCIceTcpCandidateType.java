package io.webrtc4j;

/** Who opens the connection of a TCP candidate (W3C WebRTC §4.8.1.8, RFC 6544). */
public enum RTCIceTcpCandidateType {
  /** The candidate's side. */
  ACTIVE("active"),

  /** The other side. */
  PASSIVE("passive"),

  /** Both at once. */
  SO("so");

  private final String value;

  RTCIceTcpCandidateType(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
