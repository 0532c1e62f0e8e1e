package io.webrtc4j.rtp.srtp;

import java.util.Arrays;

/** Which indices of a source have been (RFC 3711 §3.3.2). */
final class ReplayWindow {
  // RFC 3711 asks for 64 at least. Video at 50 Mbit/s whose packets swap places by 100 ms needs
  // some 500; this costs 128 bytes for each source.
  static final int SIZE = 1024;

  private final long[] seen = new long[SIZE / Long.SIZE];
  private long highest = -1;

  /** The highest index that has been, or -1. */
  long highest() {
    return highest;
  }

  /** OK for an index that has not been. */
  SrtpStatus check(long index) {
    if (index > highest) {
      return SrtpStatus.OK;
    }
    if (index <= highest - SIZE) {
      return SrtpStatus.TOO_OLD;
    }
    return (seen[word(index)] & bit(index)) == 0 ? SrtpStatus.OK : SrtpStatus.REPLAYED;
  }

  /** Remembers {@code index}, for which {@link #check} says OK and which is authentic. */
  void add(long index) {
    if (index - highest >= SIZE) {
      Arrays.fill(seen, 0);
    } else {
      for (long skipped = highest + 1; skipped < index; skipped++) {
        seen[word(skipped)] &= ~bit(skipped);
      }
    }
    highest = Math.max(highest, index);
    seen[word(index)] |= bit(index);
  }

  private static int word(long index) {
    return (int) (index % SIZE) / Long.SIZE;
  }

  private static long bit(long index) {
    return 1L << index;
  }
}
