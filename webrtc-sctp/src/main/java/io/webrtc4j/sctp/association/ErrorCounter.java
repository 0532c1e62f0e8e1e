package io.webrtc4j.sctp.association;

/** Failures in a row to reach the peer (RFC 9260 §8.1). */
final class ErrorCounter {
  private final int limit;
  private int count;

  /** With Association.Max.Retrans. */
  ErrorCounter(int limit) {
    this.limit = limit;
  }

  void failed() {
    count = Math.min(count + 1, Integer.MAX_VALUE - 1);
  }

  void succeeded() {
    count = 0;
  }

  boolean isExceeded() {
    return count > limit;
  }
}
