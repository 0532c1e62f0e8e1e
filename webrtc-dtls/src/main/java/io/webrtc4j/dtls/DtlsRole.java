package io.webrtc4j.dtls;

/** Who speaks first. SDP's {@code a=setup:active} is the client (RFC 5763 §5). */
public enum DtlsRole {
  /** Sends the first ClientHello. */
  CLIENT,
  /** Waits for the peer's ClientHello. */
  SERVER
}
