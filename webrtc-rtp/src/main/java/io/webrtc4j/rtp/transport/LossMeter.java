package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import java.util.List;

/** Tells the estimator what receivers' reports say of loss, for as much as was sent meanwhile. */
final class LossMeter {
  private static final double FRACTION_UNITS = 256;
  private static final long MIN_INTERVAL = Deadline.millis(300);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int BITS = 8;

  private final Sending sending;
  private int fractions;
  private int count;
  private long since;
  private long bytesThen;

  LossMeter(Sending sending) {
    this.sending = sending;
  }

  void add(List<ReportBlock> blocks, long now) {
    for (ReportBlock block : blocks) {
      if (sending.stream(block.ssrc()) != null) {
        fractions += block.fractionLost();
        count++;
      }
    }
    long interval = now - since;
    if (count == 0 || interval < MIN_INTERVAL) {
      return;
    }
    long bytes = sending.bytesSent();
    double rate =
        (double) Math.max(0, bytes - bytesThen) * BITS * NANOS_PER_SECOND / (double) interval;
    sending.estimator().handleLoss(fractions / (FRACTION_UNITS * count), rate, now);
    fractions = 0;
    count = 0;
    since = now;
    bytesThen = bytes;
  }
}
