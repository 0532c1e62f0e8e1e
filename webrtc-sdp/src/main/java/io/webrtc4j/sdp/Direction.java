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

  /** The direction in which the writer sends, or receives, or both, or neither. */
  public static Direction of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }

  /** Whether the writer sends. */
  public boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  /** Whether the writer receives. */
  public boolean receives() {
    return this == SENDRECV || this == RECVONLY;
  }

  /** The same seen from the other side (RFC 3264 §6.1). */
  public Direction reversed() {
    return of(receives(), sends());
  }

  /** What both allow, seen from the same side. */
  public Direction intersection(Direction other) {
    return of(sends() && other.sends(), receives() && other.receives());
  }

  /** The attribute's name. */
  @Override
  public String toString() {
    return text;
  }
}
