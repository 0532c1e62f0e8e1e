package io.webrtc4j.rtp.send;

import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.session.RemoteInbound;
import org.jspecify.annotations.Nullable;

/** What the peer's report blocks say of one stream of ours (RFC 3550 §6.4.1). */
final class RemoteReports {
  static final long UNKNOWN = -1;

  private static final long MAX_U32 = 0xffffffffL;

  /** Ten seconds in units of 2^-16; what is longer was not measured, whatever the report says. */
  private static final long MAX_ROUND_TRIP = 10L << 16;

  private static final double FRACTION_UNITS = 256;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final NtpClock clock;
  private @Nullable ReportBlock last;
  private long received;
  private long jitter;
  private long expected;
  private long roundTripTime = UNKNOWN;
  private long totalRoundTripTime;
  private long measurements;

  RemoteReports(NtpClock clock) {
    this.clock = clock;
  }

  /**
   * Takes a report; returns whether it tells the round-trip time.
   *
   * @param firstSequenceNumber the number of the stream's first packet
   * @param clockRate in which its jitter is told
   */
  boolean add(ReportBlock block, int firstSequenceNumber, int clockRate, long now) {
    last = block;
    received = now;
    jitter = block.jitter() * NANOS_PER_SECOND / clockRate;
    expected = Math.max(0, block.extendedHighestSequenceNumber() - firstSequenceNumber + 1);
    return measure(block, now);
  }

  /** RFC 3550 §6.4.1, "delay since last SR". */
  private boolean measure(ReportBlock block, long now) {
    if (block.lastSr() == 0) {
      return false;
    }
    long units = (clock.shortAt(now) - block.lastSr() - block.delaySinceLastSr()) & MAX_U32;
    if (units > MAX_ROUND_TRIP) {
      return false;
    }
    roundTripTime = NtpClock.nanos(units);
    totalRoundTripTime += roundTripTime;
    measurements++;
    return true;
  }

  boolean isEmpty() {
    return last == null;
  }

  /** The last round-trip time in nanoseconds, or {@link #UNKNOWN}. */
  long roundTripTime() {
    return roundTripTime;
  }

  @Nullable RemoteInbound snapshot() {
    ReportBlock block = last;
    if (block == null) {
      return null;
    }
    return new RemoteInbound(
        Math.max(0, expected - block.cumulativeLost()),
        block.cumulativeLost(),
        block.fractionLost() / FRACTION_UNITS,
        jitter,
        roundTripTime,
        totalRoundTripTime,
        measurements,
        received);
  }
}
