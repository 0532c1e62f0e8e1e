package io.webrtc4j.dtls.record;

import java.util.Arrays;

/**
 * Which sequence numbers of an epoch have come (RFC 6347 §4.1.2.6). Numbers older than the window
 * count as come.
 */
final class ReplayWindow {
  // RFC 6347 asks for 32 at least and prefers 64. A data channel at 100 Mbit/s whose packets swap
  // places by 15 ms needs some 150; this costs 128 bytes.
  static final int SIZE = 1024;

  private static final int BITS = Long.SIZE;

  private final long[] seen = new long[SIZE / BITS];
  private long highest = -1;

  /** Whether {@code sequence} has come before or is too old to tell. */
  boolean contains(long sequence) {
    if (sequence > highest) {
      return false;
    }
    return sequence <= highest - SIZE || (word(sequence) & bit(sequence)) != 0;
  }

  /** Remembers {@code sequence}, which must be known to be authentic. */
  void add(long sequence) {
    if (sequence - highest >= SIZE) {
      Arrays.fill(seen, 0);
    } else {
      for (long skipped = highest + 1; skipped < sequence; skipped++) {
        seen[index(skipped)] &= ~bit(skipped);
      }
    }
    highest = Math.max(highest, sequence);
    seen[index(sequence)] |= bit(sequence);
  }

  private long word(long sequence) {
    return seen[index(sequence)];
  }

  private static int index(long sequence) {
    return (int) (sequence % SIZE) / BITS;
  }

  private static long bit(long sequence) {
    return 1L << sequence;
  }
}
