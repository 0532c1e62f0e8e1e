package io.webrtc4j.rtp.receive;

import java.util.Arrays;

/** When packets came, by an index that does not wrap, for a stretch of them. */
final class ArrivalTimes {
  /** Packets from the first to the last. */
  static final int MAX_SPAN = 1 << 13;

  static final long NOT_ARRIVED = Long.MIN_VALUE;

  private static final int INITIAL_CAPACITY = 64;

  private long[] ring = new long[INITIAL_CAPACITY];
  private long first;
  private long end;

  /** Forgets all; {@code index} is the next. */
  void restart(long index) {
    first = index;
    end = index;
  }

  long first() {
    return first;
  }

  /** The index after the last that arrived. */
  long end() {
    return end;
  }

  /** Whether {@link #put} may be called, for what is not before the first. */
  boolean hasRoom(long index) {
    return index - first < MAX_SPAN;
  }

  void put(long index, long time) {
    grow(index - first + 1);
    for (; end <= index; end++) {
      ring[slot(end)] = NOT_ARRIVED;
    }
    ring[slot(index)] = time;
  }

  /** When a packet from the first up to the end came, or {@link #NOT_ARRIVED}. */
  long get(long index) {
    return ring[slot(index)];
  }

  /** Forgets packets before {@code index} that came before {@code time}, and what lies between. */
  void forget(long index, long time) {
    for (long i = first; i < Math.min(index, end); i++) {
      if (get(i) >= time) {
        return;
      }
      if (get(i) != NOT_ARRIVED) {
        first = i + 1;
      }
    }
  }

  private int slot(long index) {
    return (int) index & (ring.length - 1);
  }

  private void grow(long needed) {
    if (needed <= ring.length) {
      return;
    }
    int capacity = ring.length;
    while (capacity < needed) {
      capacity *= 2;
    }
    long[] old = ring;
    ring = new long[capacity];
    Arrays.fill(ring, NOT_ARRIVED);
    for (long i = first; i < end; i++) {
      ring[slot(i)] = old[(int) i & (old.length - 1)];
    }
  }
}
