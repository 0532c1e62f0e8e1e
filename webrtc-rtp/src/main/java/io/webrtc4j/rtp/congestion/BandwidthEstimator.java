package io.webrtc4j.rtp.congestion;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.TransportFeedback;

/**
 * How much can be sent on a transport. What has arrived without delay growing can be sent; from
 * there on the estimate grows slowly. A growing delay takes it below what arrives (AIMD as in
 * draft-ietf-rmcat-gcc-02 §5.5), heavy loss takes off its share (§6), and the peer's own estimate,
 * REMB, is never exceeded. Not thread-safe.
 */
public final class BandwidthEstimator {
  /** Where it begins: more than most cameras give, and less than most networks take. */
  static final long START = 4_000_000;

  static final long MIN = 50_000;
  static final long MAX = 1_000_000_000;

  /** Draft §5.5: what is left of what arrives when a queue grows. */
  private static final double DECREASE = 0.85;

  /** Draft §5.5: in a second. */
  private static final double INCREASE_PER_SECOND = 0.08;

  // Who sends less than the estimate does not learn that it holds.
  private static final double BEYOND_DELIVERED = 1.5;

  /** Draft §6. */
  private static final double HIGH_LOSS = 0.1;

  private static final double LOW_LOSS = 0.02;

  private static final long LOSS_INTERVAL = Deadline.millis(500);
  private static final int MIN_LOSS_PACKETS = 20;
  private static final long HOLD = Deadline.millis(300);
  private static final long PEER_LIFETIME = Deadline.seconds(10);
  private static final long NANOS_PER_TICK = 250_000;
  private static final int MASK_16 = 0xffff;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double PACE = 2.5;

  private final SentLog log = new SentLog();
  private final DelayTrend trend = new DelayTrend();
  private final DeliveredRate delivered = new DeliveredRate();
  private boolean known;
  private double estimate = START;
  private long peerLimit = MAX;
  private long peerLimitAt = Long.MIN_VALUE / 2;
  private long lastFeedback = Long.MIN_VALUE / 2;
  private long holdUntil = Long.MIN_VALUE;
  private int received;
  private int missing;
  private long lossSince = Long.MIN_VALUE / 2;
  private boolean lossIsLow = true;
  private int lastTicks;
  private long unwrappedTicks;
  private boolean hasTicks;

  /** The transport-wide number that the next packet is sent with, 0 to 65535. */
  public int nextNumber() {
    return log.nextNumber();
  }

  /** Notes that a packet was sent with this number. */
  public void sent(int bytes, long now) {
    log.add(bytes, now);
  }

  /** Takes what the peer says of the arrival of our packets. */
  public void handleFeedback(TransportFeedback feedback, long now) {
    int news = received;
    feedback.forEach(this::arrived);
    news = received - news;
    if (news == 0) {
      return;
    }
    countMissing(feedback);
    known = true;
    judgeLoss(now);
    judgeDelay(now);
    lastFeedback = now;
  }

  /** Each once, since feedback reports on the same packets again when one of them has come late. */
  private void countMissing(TransportFeedback feedback) {
    int count = Math.min(feedback.statusCount(), SentLog.SIZE);
    for (int i = 0; i < count; i++) {
      int number = (feedback.baseSequenceNumber() + i) & MASK_16;
      if (log.isPending(number) && log.missed(number)) {
        missing++;
      }
    }
  }

  private void arrived(int number, long ticks) {
    if (!log.isPending(number)) {
      return;
    }
    if (log.isMissed(number)) {
      missing = Math.max(0, missing - 1);
    }
    long arrival = unwrap((int) ticks) * NANOS_PER_TICK;
    received++;
    delivered.add(arrival, log.bytes(number));
    trend.add(log.sentAt(number), arrival - log.sentAt(number));
    log.arrived(number);
  }

  /** The reference time has 24 bits, so that a tick has 32. */
  private long unwrap(int ticks) {
    unwrappedTicks = hasTicks ? unwrappedTicks + (ticks - lastTicks) : ticks;
    hasTicks = true;
    lastTicks = ticks;
    return unwrappedTicks;
  }

  private void judgeLoss(long now) {
    if (now - lossSince < LOSS_INTERVAL || received + missing < MIN_LOSS_PACKETS) {
      return;
    }
    double loss = (double) missing / (received + missing);
    received = 0;
    missing = 0;
    lossSince = now;
    judgeLoss(loss);
  }

  private void judgeLoss(double loss) {
    lossIsLow = loss < LOW_LOSS;
    if (loss > HIGH_LOSS) {
      set(estimate * (1 - loss / 2));
    }
  }

  private void judgeDelay(long now) {
    double rate = delivered.bitsPerSecond();
    if (trend.isGrowing()) {
      if (rate > 0) {
        set(Math.min(estimate, DECREASE * rate));
      }
      trend.reset();
      holdUntil = Deadline.after(now, HOLD);
    } else if (now >= holdUntil) {
      grow(rate, now);
    }
  }

  private void grow(double rate, long now) {
    double seconds = Math.min(1, (now - lastFeedback) / NANOS_PER_SECOND);
    double grown = lossIsLow ? estimate * (1 + INCREASE_PER_SECOND * seconds) : estimate;
    double limit = Math.max(estimate, rate * BEYOND_DELIVERED);
    set(Math.max(rate, Math.min(grown, limit)));
  }

  /**
   * Takes the loss that a receiver reports, for peers that send no feedback of each packet.
   *
   * @param fractionLost 0 to 1
   * @param sentBitsPerSecond what was sent meanwhile
   */
  public void handleLoss(double fractionLost, double sentBitsPerSecond, long now) {
    if (now - lastFeedback < PEER_LIFETIME) {
      return;
    }
    known = true;
    judgeLoss(fractionLost);
    if (fractionLost < LOW_LOSS) {
      double grown = estimate * (1 + INCREASE_PER_SECOND);
      double limit = Math.max(estimate, sentBitsPerSecond * BEYOND_DELIVERED);
      set(Math.max(sentBitsPerSecond, Math.min(grown, limit)));
    }
  }

  /** Takes the peer's own estimate. */
  public void handlePeerEstimate(long bitsPerSecond, long now) {
    boolean isAll = now - lastFeedback >= PEER_LIFETIME;
    peerLimit = Math.max(MIN, bitsPerSecond);
    peerLimitAt = now;
    known = true;
    if (isAll) {
      set((double) bitsPerSecond);
    }
  }

  private void set(double bitsPerSecond) {
    estimate = Math.max(MIN, Math.min(MAX, bitsPerSecond));
  }

  /** Whether anything is known yet. */
  public boolean isKnown() {
    return known;
  }

  /** What can be sent, in bits per second. */
  public long bitsPerSecond(long now) {
    boolean limited = now - peerLimitAt < PEER_LIFETIME;
    return limited ? Math.min((long) estimate, peerLimit) : (long) estimate;
  }

  /** How fast a frame may leave: faster than all are sent on average. */
  public long pace(long now) {
    return (long) (PACE * (double) bitsPerSecond(now));
  }
}
