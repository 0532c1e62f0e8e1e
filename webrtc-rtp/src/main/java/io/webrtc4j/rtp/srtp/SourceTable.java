package io.webrtc4j.rtp.srtp;

import org.jspecify.annotations.Nullable;

/**
 * What is known of each source, by SSRC, without an object for a look-up: open addressing with
 * linear probing, a quarter to half full. Holds {@value #MAX_SOURCES} at most.
 */
final class SourceTable<T> {
  /**
   * Only authenticated packets make an entry, so that this limits the peer, not an attacker. An
   * entry takes about 250 bytes.
   */
  static final int MAX_SOURCES = 4096;

  private static final int INITIAL_CAPACITY = 8;
  // Knuth's multiplicative hashing: 2^32 divided by the golden ratio.
  private static final int SPREAD = 0x9e3779b9;

  private int[] ssrcs = new int[INITIAL_CAPACITY];
  private @Nullable Object[] values = new @Nullable Object[INITIAL_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == MAX_SOURCES;
  }

  @SuppressWarnings("unchecked") // Only put stores values, and it takes T alone.
  @Nullable T get(int ssrc) {
    return (T) values[slot(ssrc)];
  }

  /** Adds a source that is not there yet. */
  void put(int ssrc, T value) {
    if (2 * (size + 1) > ssrcs.length) {
      resize(2 * ssrcs.length);
    }
    int slot = slot(ssrc);
    ssrcs[slot] = ssrc;
    values[slot] = value;
    size++;
  }

  /** Removes a source, if it is there. */
  void remove(int ssrc) {
    int slot = slot(ssrc);
    if (values[slot] == null) {
      return;
    }
    values[slot] = null;
    size--;
    resize(ssrcs.length); // So that no gap cuts off what was put behind it.
  }

  /** Where {@code ssrc} is, or the free place where it would be put. */
  private int slot(int ssrc) {
    int mask = ssrcs.length - 1;
    int slot = (ssrc * SPREAD) >>> Integer.numberOfLeadingZeros(mask);
    while (values[slot] != null && ssrcs[slot] != ssrc) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void resize(int capacity) {
    int[] oldSsrcs = ssrcs;
    @Nullable Object[] oldValues = values;
    ssrcs = new int[capacity];
    values = new @Nullable Object[capacity];
    for (int i = 0; i < oldSsrcs.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldSsrcs[i]);
        ssrcs[slot] = oldSsrcs[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
