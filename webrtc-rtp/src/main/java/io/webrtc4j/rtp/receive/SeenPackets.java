package io.webrtc4j.rtp.receive;

import java.util.Arrays;

/** Which of the last packets of a source have come. */
final class SeenPackets {
  /** How far back it remembers; what is older has come. */
  static final int WINDOW = 4096;

  private static final int BITS_PER_WORD = Long.SIZE;

  private final long[] bits = new long[WINDOW / BITS_PER_WORD];
  private boolean begun;
  private long highest;

  /** Remembers a packet; false if it had come before. */
  boolean add(long index) {
    if (!begun || index - highest >= WINDOW) {
      begun = true;
      Arrays.fill(bits, 0);
      highest = index;
    }
    while (highest < index) {
      highest++;
      bits[word(highest)] &= ~bit(highest);
    }
    if (highest - index >= WINDOW || (bits[word(index)] & bit(index)) != 0) {
      return false;
    }
    bits[word(index)] |= bit(index);
    return true;
  }

  private static int word(long index) {
    return (int) Math.floorMod(index, (long) WINDOW) / BITS_PER_WORD;
  }

  private static long bit(long index) {
    return 1L << index;
  }
}
