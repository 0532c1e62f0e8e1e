package io.webrtc4j;

/** How a candidate was found (W3C WebRTC §4.8.1.9). */
public enum RTCIceCandidateType {
  /** An address of the host itself. */
  HOST("host"),

  /** Server reflexive: as a STUN server saw the host. */
  SRFLX("srflx"),

  /** Peer reflexive: as the peer saw the host. */
  PRFLX("prflx"),

  /** An address on a TURN server. */
  RELAY("relay");

  private final String value;

  RTCIceCandidateType(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
