package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.rtcp.ReportBlock;

/**
 * Loss and jitter of one source as RFC 3550 defines them (§A.3, §A.8). What was retransmitted on a
 * source of its own is not counted here: the reports speak of the network.
 */
final class ReceptionStatistics {
  private static final int MAX_LOST = 0x7fffff;
  private static final int MIN_LOST = -0x800000;
  private static final int FRACTION_SHIFT = 8;
  private static final int MAX_FRACTION = 0xff;
  private static final double JITTER_GAIN = 1.0 / 16;

  /** Timestamps that differ from the arrivals by more have begun anew. */
  private static final int MAX_JITTER_SECONDS = 5;

  private long base;
  private long highest;
  private long received;
  private long expectedPrior;
  private long receivedPrior;
  private long lostBefore;
  private double jitter;
  private long transit;
  private int clockRate;

  /** Whether anything has come. */
  boolean isEmpty() {
    return received == 0;
  }

  /** Counts a packet, also one that came before. */
  void packet(long index) {
    if (isEmpty()) {
      base = index;
      highest = index;
    }
    // A packet from before the first came late: it was expected as well.
    base = Math.min(base, index);
    highest = Math.max(highest, index);
    received++;
  }

  /** Measures the jitter by a packet of this clock; §A.8. */
  void arrival(long timestamp, int rate, long now) {
    long previous = transit;
    transit = Ticks.ofNanos(now, rate) - timestamp;
    long difference = Math.abs(transit - previous);
    if (rate == clockRate && difference <= (long) MAX_JITTER_SECONDS * rate) {
      jitter += JITTER_GAIN * (difference - jitter);
    }
    clockRate = rate;
  }

  /** Begins again at {@code index}; what was lost until now stays lost. */
  void restart(long index) {
    lostBefore = lost();
    base = index;
    highest = index;
    received = 0;
    expectedPrior = 0;
    receivedPrior = 0;
  }

  private long expected() {
    return isEmpty() ? 0 : highest - base + 1;
  }

  /** Packets lost since the beginning; less than zero if more came twice. */
  long lost() {
    return lostBefore + expected() - received;
  }

  /** In nanoseconds. */
  long jitterNanos() {
    return clockRate == 0 ? 0 : Ticks.toNanos(Math.round(jitter), clockRate);
  }

  /** The report about the time since the last one; §A.3. */
  ReportBlock report(long ssrc, long lastSr, long delaySinceLastSr) {
    long expectedInterval = expected() - expectedPrior;
    long lostInterval = expectedInterval - (received - receivedPrior);
    expectedPrior = expected();
    receivedPrior = received;
    int fraction = 0;
    if (expectedInterval > 0 && lostInterval > 0) {
      fraction = (int) Math.min(MAX_FRACTION, (lostInterval << FRACTION_SHIFT) / expectedInterval);
    }
    return new ReportBlock(
        ssrc,
        fraction,
        (int) Math.max(MIN_LOST, Math.min(MAX_LOST, lost())),
        highest & 0xffffffffL,
        (long) jitter,
        lastSr,
        delaySinceLastSr);
  }
}
