package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;

/**
 * How much longer packets take than the fastest of the recent past, and so how long to wait for
 * what has not come. The fastest are looked for in the last five to ten seconds, so that clocks may
 * drift apart.
 */
final class DelayEstimate {
  private static final long WINDOW = Deadline.seconds(5);
  private static final long JUMP = Deadline.seconds(10);

  // What was late counts half as much after some 350 packets.
  private static final double FORGETTING = 1.002;
  private static final double MAX_WEIGHT = 1e12;
  private static final long BUCKET = Deadline.millis(5);
  private static final int BUCKETS = 128;
  private static final double PERCENTILE = 0.97;
  private static final long MIN_TARGET = Deadline.millis(20);

  private final double[] histogram = new double[BUCKETS];
  private double weight = 1;
  private double total;
  private boolean begun;
  private int clockRate;
  private long windowEnd;
  private long fastest;
  private long fastestBefore;

  /** A packet that was not sent a second time has come. */
  void arrived(long timestamp, int rate, long now) {
    long transit = now - Ticks.toNanos(timestamp, rate);
    if (!begun || rate != clockRate || Math.abs(transit - base()) > JUMP) {
      begun = true;
      clockRate = rate;
      fastest = transit;
      fastestBefore = transit;
      windowEnd = now + WINDOW;
    } else if (now >= windowEnd) {
      fastestBefore = fastest;
      fastest = transit;
      windowEnd = now + WINDOW;
    }
    fastest = Math.min(fastest, transit);
    count(transit - base());
  }

  private void count(long delay) {
    // Negative where made-up timestamps have come around.
    histogram[(int) Math.max(0, Math.min(BUCKETS - 1, delay / BUCKET))] += weight;
    total += weight;
    weight *= FORGETTING;
    if (weight > MAX_WEIGHT) {
      for (int i = 0; i < BUCKETS; i++) {
        histogram[i] /= weight;
      }
      total /= weight;
      weight = 1;
    }
  }

  private long base() {
    return Math.min(fastest, fastestBefore);
  }

  /** When the fastest packets would have brought this timestamp. */
  long earliest(long timestamp, int rate) {
    return base() + Ticks.toNanos(timestamp, rate);
  }

  /** The delay, in nanoseconds, within which nearly all packets come. */
  long target() {
    double sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      sum += histogram[i];
      if (sum >= PERCENTILE * total) {
        return Math.max(MIN_TARGET, (i + 1) * BUCKET);
      }
    }
    return BUCKETS * BUCKET;
  }
}
