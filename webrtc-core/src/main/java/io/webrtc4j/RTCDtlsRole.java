package io.webrtc4j;

/** Which part a transport plays in the handshake of DTLS (W3C Statistics). */
public enum RTCDtlsRole {
  /** It sent the first ClientHello. */
  CLIENT("client"),

  /** It waited for the peer's ClientHello. */
  SERVER("server"),

  /** Not determined yet. */
  UNKNOWN("unknown");

  private final String value;

  RTCDtlsRole(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
