package io.webrtc4j.rtp.rtcp;

/** What the records ask of their components. */
final class Checks {
  static final int MAX_U8 = 0xff;
  static final int MAX_U16 = 0xffff;
  static final int MAX_U24 = 0xffffff;
  static final long MAX_U32 = 0xffffffffL;

  private Checks() {}

  /** Requires that {@code value} is 0 to {@code max}. */
  static void range(String what, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(what + " is 0 to " + max + ", not " + value);
    }
  }

  /** Requires that there are at most {@code max}. */
  static void atMost(String what, int count, int max) {
    if (count > max) {
      throw new IllegalArgumentException("at most " + max + " " + what + ", not " + count);
    }
  }
}
