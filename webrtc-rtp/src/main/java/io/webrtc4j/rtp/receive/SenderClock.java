package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.rtcp.SenderReport;
import org.jspecify.annotations.Nullable;

/** What sender reports tell of the peer's clocks (RFC 3550 §6.4.1). */
final class SenderClock {
  private static final int MIDDLE_SHIFT = 16;
  private static final int REPORT_UNITS_PER_SECOND = 1 << 16;
  private static final long MAX_U32 = 0xffffffffL;

  private @Nullable SenderReport last;
  private long lastReceived;

  void report(SenderReport report, long now) {
    last = report;
    lastReceived = now;
  }

  /** When the sample with this timestamp was taken, on the peer's clock; 0 if unknown. */
  long captureNtp(long timestamp, int clockRate) {
    if (last == null) {
      return 0;
    }
    int ticks = (int) (timestamp - last.rtpTimestamp());
    return last.ntpTimestamp() + Ticks.toNtp(ticks, clockRate);
  }

  /** The field "last SR" of a report. */
  long lastSr() {
    return last == null ? 0 : (last.ntpTimestamp() >>> MIDDLE_SHIFT) & MAX_U32;
  }

  /** The field "delay since last SR". */
  long delaySinceLastSr(long now) {
    long units = last == null ? 0 : Ticks.ofNanos(now - lastReceived, REPORT_UNITS_PER_SECOND);
    return Math.max(0, Math.min(MAX_U32, units));
  }
}
