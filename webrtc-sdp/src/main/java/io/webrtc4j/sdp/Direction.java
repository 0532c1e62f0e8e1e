package io.webrtc4j.sdp;

/** Which way media flows, seen by who wrote the description (RFC 8866 §6.7). */
public enum Direction {
  /** Both ways. */
  SENDRECV("sendrecv"),
  /** From the writer only. */
  SENDONLY("sendonly"),
  /** To the writer only. */
  RECVONLY("recvonly"),
  /** Neither way. */
  INACTIVE("inactive");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  /** The attribute's name. */
  @Override
  public String toString() {
    return text;
  }
}
