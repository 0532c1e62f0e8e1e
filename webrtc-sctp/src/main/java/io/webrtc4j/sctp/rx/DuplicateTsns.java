package io.webrtc4j.sctp.rx;

import java.util.Arrays;

/** The duplicates to report in the next SACK (RFC 9260 §6.2). */
final class DuplicateTsns {
  /** More than these are not reported: the report only informs. */
  static final int MAX_REPORTED = 16;

  private final int[] tsns = new int[MAX_REPORTED];
  private int count;

  void add(int tsn) {
    if (count < MAX_REPORTED) {
      tsns[count++] = tsn;
    }
  }

  /** The duplicates so far, which are forgotten. */
  int[] take() {
    int[] taken = Arrays.copyOf(tsns, count);
    count = 0;
    return taken;
  }
}
