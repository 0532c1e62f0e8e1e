package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which TSNs have arrived: all up to the cumulative TSN, and a set beyond it (RFC 9260 §6.2, §6.7).
 *
 * <p>The set is a ring of bits, one for each TSN that a gap ack block can name, so that no order of
 * arrival makes it large or slow.
 */
final class ReceivedTsns {
  /** Gap ack blocks name offsets of 16 bits. */
  private static final int WINDOW = 1 << 16;

  private static final int WORD_BITS = Long.SIZE;
  private static final int WORD_SHIFT = 6;

  private int cumulativeTsn;
  private int highestTsn;
  private int beyond;
  private long @Nullable [] ring;

  /** Nothing has arrived, and {@code initialTsn} comes first. */
  ReceivedTsns(int initialTsn) {
    cumulativeTsn = initialTsn - 1;
    highestTsn = cumulativeTsn;
  }

  int cumulativeTsn() {
    return cumulativeTsn;
  }

  int highestTsn() {
    return highestTsn;
  }

  /** Whether TSNs beyond the cumulative one have arrived. */
  boolean hasGaps() {
    return beyond > 0;
  }

  boolean contains(int tsn) {
    return SerialNumber.isLessOrEqual32(tsn, cumulativeTsn) || (isInWindow(tsn) && bit(tsn));
  }

  /** Whether {@code tsn} lies beyond the cumulative TSN, and near enough to be acknowledged. */
  boolean isInWindow(int tsn) {
    int offset = tsn - cumulativeTsn;
    return offset > 0 && offset < WINDOW;
  }

  /** Adds {@code tsn}, which is in the window and not contained. */
  void add(int tsn) {
    if (SerialNumber.isLess32(highestTsn, tsn)) {
      highestTsn = tsn;
    }
    if (tsn == cumulativeTsn + 1) {
      cumulativeTsn = tsn;
      advance();
      return;
    }
    ring()[word(tsn)] |= mask(tsn);
    beyond++;
  }

  /** Takes all up to {@code newCumulativeTsn} as arrived (RFC 3758 §3.6). */
  void forwardTo(int newCumulativeTsn) {
    if (beyond > 0) {
      int steps = Math.min(newCumulativeTsn - cumulativeTsn, WINDOW);
      for (int i = 1; i <= steps; i++) {
        clear(cumulativeTsn + i);
      }
    }
    cumulativeTsn = newCumulativeTsn;
    if (SerialNumber.isLess32(highestTsn, newCumulativeTsn)) {
      highestTsn = newCumulativeTsn;
    }
    advance();
  }

  /**
   * Writes the lowest gap ack blocks into {@code blocks}, as start and end of each in turn.
   *
   * @return how many entries were written
   */
  int gapAckBlocks(int[] blocks) {
    int count = 0;
    int last = highestTsn - cumulativeTsn;
    int offset = 1;
    while (beyond > 0 && count < blocks.length) {
      int start = scan(offset, last, 0L);
      if (start > last) {
        break;
      }
      int end = scan(start, last, -1L) - 1;
      blocks[count++] = start;
      blocks[count++] = end;
      offset = end + 1;
    }
    return count;
  }

  /** The first offset from {@code offset} on whose bit, xor {@code inverted}, is set. */
  private int scan(int offset, int last, long inverted) {
    long[] bits = ring();
    int at = offset;
    while (at <= last) {
      int tsn = cumulativeTsn + at;
      int bitInWord = tsn & (WORD_BITS - 1);
      long rest = (bits[word(tsn)] ^ inverted) >>> bitInWord;
      if (rest != 0) {
        return Math.min(at + Long.numberOfTrailingZeros(rest), last + 1);
      }
      at += WORD_BITS - bitInWord;
    }
    return last + 1;
  }

  private void advance() {
    while (beyond > 0 && bit(cumulativeTsn + 1)) {
      cumulativeTsn++;
      clear(cumulativeTsn);
    }
  }

  private boolean bit(int tsn) {
    return ring != null && (ring[word(tsn)] & mask(tsn)) != 0;
  }

  private void clear(int tsn) {
    if (bit(tsn)) {
      ring()[word(tsn)] &= ~mask(tsn);
      beyond--;
    }
  }

  private long[] ring() {
    if (ring == null) {
      ring = new long[WINDOW / WORD_BITS];
    }
    return ring;
  }

  private static int word(int tsn) {
    return (tsn & (WINDOW - 1)) >>> WORD_SHIFT;
  }

  private static long mask(int tsn) {
    return 1L << (tsn & (WORD_BITS - 1));
  }
}
