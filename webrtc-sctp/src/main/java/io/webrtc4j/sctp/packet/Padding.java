package io.webrtc4j.sctp.packet;

/** Chunks, parameters and causes begin at multiples of four bytes (RFC 9260 §3.2). */
public final class Padding {
  private static final int ALIGNMENT = 4;

  private Padding() {}

  /** {@code length} with the padding that follows it. */
  public static int padded(int length) {
    return (length + ALIGNMENT - 1) & -ALIGNMENT;
  }

  /** The largest multiple of the alignment that is not above {@code length}. */
  public static int truncated(int length) {
    return length & -ALIGNMENT;
  }
}
