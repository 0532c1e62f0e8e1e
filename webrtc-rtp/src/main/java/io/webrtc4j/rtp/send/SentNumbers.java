package io.webrtc4j.rtp.send;

import java.util.Arrays;

/**
 * Which sequence numbers a stream has used of late, since each may be used once: an SRTP index
 * protects one packet. Packets that are forwarded may come twice or out of order.
 */
final class SentNumbers {
  /** How far back packets that are forwarded may come late. */
  static final int WINDOW = 1024;

  private static final int MASK_16 = 0xffff;

  private final long[] used = new long[WINDOW / Long.SIZE];
  private int highest;

  /** Of a stream whose first packet will have the number {@code first}. */
  SentNumbers(int first) {
    this.highest = (first - 1) & MASK_16;
    Arrays.fill(used, -1L); // Nothing before the first may be sent.
  }

  /** The number after the highest. */
  int next() {
    return (highest + 1) & MASK_16;
  }

  /** Uses a number; false if it was used before, or is too far behind to tell. */
  boolean use(int sequenceNumber) {
    int ahead = (short) (sequenceNumber - highest);
    if (ahead <= -WINDOW) {
      return false;
    }
    if (ahead > 0) {
      for (int i = Math.min(ahead, WINDOW); i > 0; i--) {
        int passed = sequenceNumber - i + 1;
        used[word(passed)] &= ~bit(passed);
      }
      highest = sequenceNumber & MASK_16;
    }
    boolean wasUsed = (used[word(sequenceNumber)] & bit(sequenceNumber)) != 0;
    used[word(sequenceNumber)] |= bit(sequenceNumber);
    return !wasUsed;
  }

  /** Gives up all numbers so far: later ones come behind the highest. */
  void close() {
    Arrays.fill(used, -1L);
  }

  private static int word(int sequenceNumber) {
    return (sequenceNumber & (WINDOW - 1)) / Long.SIZE;
  }

  private static long bit(int sequenceNumber) {
    return 1L << (sequenceNumber % Long.SIZE);
  }
}
