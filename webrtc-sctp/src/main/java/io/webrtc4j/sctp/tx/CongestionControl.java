package io.webrtc4j.sctp.tx;

/** Slow start, congestion avoidance and fast recovery (RFC 9260 §7.2), in bytes. */
final class CongestionControl {
  /** RFC 9260 §7.2.1: the initial window, for IPv6, which is the smaller of the two. */
  private static final int INITIAL_WINDOW = 4344;

  /**
   * L of RFC 9260 §7.2.1. Two makes up for delayed acknowledgement, so that the window doubles in a
   * round trip (RFC 3465 §2.3).
   */
  private static final int L = 2;

  private static final int MIN_THRESHOLD_PACKETS = 4;

  private final int pmdcs;
  private long cwnd;
  private long ssthresh = Long.MAX_VALUE;
  private long partialBytesAcked;
  private boolean inFastRecovery;
  private int fastRecoveryExit;

  /** With the largest size of a DATA chunk, PMDCS. */
  CongestionControl(int pmdcs) {
    this.pmdcs = pmdcs;
    this.cwnd = Math.min(4L * pmdcs, Math.max(2L * pmdcs, INITIAL_WINDOW));
  }

  long cwnd() {
    return cwnd;
  }

  boolean isInFastRecovery() {
    return inFastRecovery;
  }

  /** TSN that must be acknowledged for fast recovery to end. */
  int fastRecoveryExit() {
    return fastRecoveryExit;
  }

  void exitFastRecovery() {
    inFastRecovery = false;
  }

  /**
   * {@code bytes} were newly acknowledged.
   *
   * @param windowWasUsed whether as much was outstanding as the window allowed
   */
  void acknowledged(long bytes, boolean windowWasUsed) {
    if (inFastRecovery) {
      return;
    }
    if (cwnd <= ssthresh) {
      if (windowWasUsed) {
        cwnd += Math.min(bytes, (long) L * pmdcs);
      }
      return;
    }
    // RFC 9260 §7.2.2
    partialBytesAcked += bytes;
    if (partialBytesAcked >= cwnd) {
      if (windowWasUsed) {
        partialBytesAcked -= cwnd;
        cwnd += pmdcs;
      } else {
        partialBytesAcked = cwnd;
      }
    }
  }

  /** Everything sent has been acknowledged. */
  void allAcknowledged() {
    partialBytesAcked = 0;
  }

  /** A loss was detected from SACKs (RFC 9260 §7.2.3, §7.2.4); true if this began a recovery. */
  boolean lost(int highestOutstandingTsn) {
    if (inFastRecovery) {
      return false;
    }
    inFastRecovery = true;
    fastRecoveryExit = highestOutstandingTsn;
    ssthresh = threshold();
    cwnd = ssthresh;
    partialBytesAcked = 0;
    return true;
  }

  /** T3-rtx has expired (RFC 9260 §7.2.3). */
  void timedOut() {
    inFastRecovery = false;
    ssthresh = threshold();
    cwnd = pmdcs;
    partialBytesAcked = 0;
  }

  /** Nothing was sent for {@code periods} times the RTO (RFC 9260 §7.2.1, last item). */
  void idle(long periods) {
    if (periods > 0 && cwnd > MIN_THRESHOLD_PACKETS * (long) pmdcs) {
      ssthresh = cwnd;
      cwnd =
          Math.max(cwnd >> Math.min(periods, Long.SIZE - 1), MIN_THRESHOLD_PACKETS * (long) pmdcs);
    }
  }

  private long threshold() {
    return Math.max(cwnd / 2, MIN_THRESHOLD_PACKETS * (long) pmdcs);
  }
}
