package io.webrtc4j.sdp;

/** Who begins the DTLS handshake (RFC 4145 §4.1, RFC 5763 §5). */
public enum Setup {
  /** The writer will begin it. */
  ACTIVE("active"),
  /** The writer will wait for it. */
  PASSIVE("passive"),
  /** The answerer may choose; what an offer says. */
  ACTPASS("actpass"),
  /** Nobody does for the time being; not used by WebRTC. */
  HOLDCONN("holdconn");

  private final String text;

  Setup(String text) {
    this.text = text;
  }

  /** The attribute's value. */
  @Override
  public String toString() {
    return text;
  }
}
