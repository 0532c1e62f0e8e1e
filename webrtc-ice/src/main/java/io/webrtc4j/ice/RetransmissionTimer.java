package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;

/**
 * When a request is sent again and when it is given up (RFC 8489 §6.2.1): with an RTO of 500 ms it
 * goes out at 0, 500, 1500, 3500, 7500, 15500 and 31500 ms and has failed at 39500 ms.
 */
final class RetransmissionTimer {
  /** Rc: how often a request is sent at most. */
  static final int MAX_TRANSMISSIONS = 7;

  /** Rm: how many RTOs the last transmission is waited for. */
  static final int LAST_WAIT_FACTOR = 16;

  /**
   * What a transaction takes with the least RTO. A longer RTO, which many pairs make (RFC 8445
   * §14.3), does not make it longer, or else failure would be told after minutes.
   */
  static final long MAX_DURATION = Deadline.millis(39_500);

  private final int maxTransmissions;
  private final long giveUpAt;
  private final long rto;
  private long interval;
  private long nextAt;
  private int transmissions = 1;

  private RetransmissionTimer(int maxTransmissions, long rto, long nextAt, long giveUpAt) {
    this.maxTransmissions = maxTransmissions;
    this.giveUpAt = giveUpAt;
    this.rto = rto;
    this.interval = rto;
    this.nextAt = Math.min(nextAt, giveUpAt);
  }

  /** A request that is sent first at {@code now}, and again from {@code rto} later on. */
  static RetransmissionTimer repeating(long rto, long now) {
    return new RetransmissionTimer(
        MAX_TRANSMISSIONS, rto, Deadline.after(now, rto), Deadline.after(now, MAX_DURATION));
  }

  /** A request that is sent at {@code now} only, and waited for as long as {@code duration}. */
  static RetransmissionTimer once(long duration, long now) {
    long end = Deadline.after(now, duration);
    return new RetransmissionTimer(1, duration, end, end);
  }

  /** When {@link #fire} is due. */
  long deadline() {
    return nextAt;
  }

  int transmissions() {
    return transmissions;
  }

  /**
   * At the deadline: moves on.
   *
   * @return whether to send again; if not, the transaction has failed
   */
  boolean fire(long now) {
    if (now >= giveUpAt || transmissions == maxTransmissions) {
      return false;
    }
    transmissions++;
    interval *= 2;
    long wait = transmissions == maxTransmissions ? LAST_WAIT_FACTOR * rto : interval;
    nextAt = Math.min(Deadline.after(now, wait), giveUpAt);
    return true;
  }
}
