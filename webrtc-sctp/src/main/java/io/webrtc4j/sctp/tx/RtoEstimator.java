package io.webrtc4j.sctp.tx;

/** The round-trip time and the retransmission timeout (RFC 9260 §6.3.1), in nanoseconds. */
public final class RtoEstimator {
  private final long min;
  private final long max;
  private boolean measured;
  private long smoothed;
  private long variation;
  private long rto;

  /** With RTO.Initial, RTO.Min and RTO.Max. */
  public RtoEstimator(long initial, long min, long max) {
    this.min = min;
    this.max = max;
    this.rto = initial;
  }

  /** Takes a measurement, which also ends any back-off (RFC 9260 §6.3.3). */
  public void measured(long roundTripTime) {
    if (measured) {
      // C3, with RTO.Beta = 1/4 and RTO.Alpha = 1/8 (RFC 9260 §16).
      variation += (Math.abs(smoothed - roundTripTime) - variation) / 4;
      smoothed += (roundTripTime - smoothed) / 8;
    } else {
      // C2
      measured = true;
      smoothed = roundTripTime;
      variation = roundTripTime / 2;
    }
    // C6, C7
    rto = Math.min(max, Math.max(min, smoothed + 4 * variation));
  }

  /** Doubles the timeout (RFC 9260 §6.3.3 E2). */
  public void backOff() {
    rto = Math.min(max, rto * 2);
  }

  /** The timeout. */
  public long rto() {
    return rto;
  }

  /** SRTT, or 0 before the first measurement. */
  public long smoothedRoundTripTime() {
    return smoothed;
  }
}
