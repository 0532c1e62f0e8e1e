package io.webrtc4j.rtp.congestion;

import io.webrtc4j.common.Deadline;
import java.util.ArrayDeque;

/** How much arrived of late, by the peer's clock. */
final class DeliveredRate {
  private static final long WINDOW = Deadline.millis(500);

  /** The peer says when packets came, and may say that all came at once. */
  static final int MAX_ARRIVALS = 8192;

  // A clock that jumps so far, either way, counts anew.
  private static final long MAX_JUMP = Deadline.seconds(5);
  private static final long MIN_SPAN = Deadline.millis(100);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int BITS = 8;

  private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
  private long bytes;
  private long last = Long.MIN_VALUE / 2;

  private record Arrival(long at, int bytes) {}

  void add(long at, int length) {
    if (Math.abs(at - last) > MAX_JUMP) {
      arrivals.clear();
      bytes = 0;
      last = at;
    }
    arrivals.add(new Arrival(at, length));
    bytes += length;
    last = Math.max(last, at);
    Arrival first = arrivals.peek();
    while (first != null && (first.at < last - WINDOW || arrivals.size() > MAX_ARRIVALS)) {
      bytes -= first.bytes;
      arrivals.remove();
      first = arrivals.peek();
    }
  }

  int size() {
    return arrivals.size();
  }

  /** In bits per second; 0 while unknown. */
  double bitsPerSecond() {
    if (arrivals.isEmpty()) {
      return 0;
    }
    long span = last - arrivals.getFirst().at;
    if (span < MIN_SPAN) {
      return 0;
    }
    // Of the first only its arrival counts: it was sent before the span began.
    return (double) (bytes - arrivals.getFirst().bytes) * BITS * NANOS_PER_SECOND / (double) span;
  }
}
