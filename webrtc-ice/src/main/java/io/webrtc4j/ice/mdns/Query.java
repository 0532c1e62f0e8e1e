package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;

/**
 * The schedule of the questions for one name (RFC 6762 §5.2): again a second later, then after
 * twice the time that passed before.
 */
final class Query {
  /** With one packet of five lost each way, one name of 150 stays unknown. */
  static final int MAX_QUESTIONS = 5;

  private static final long FIRST_INTERVAL = Deadline.seconds(1);

  private int asked;
  private long interval = FIRST_INTERVAL;
  private long nextAt;

  Query(long firstAt) {
    this.nextAt = firstAt;
  }

  /** When it is to be asked again, or to be given up. */
  long nextAt() {
    return nextAt;
  }

  boolean wasAsked() {
    return asked > 0;
  }

  boolean isToBeAsked(long now) {
    return asked < MAX_QUESTIONS && Deadline.isDue(nextAt, now);
  }

  boolean isToBeGivenUp(long now) {
    return asked == MAX_QUESTIONS && Deadline.isDue(nextAt, now);
  }

  void asked(long now) {
    asked++;
    nextAt = Deadline.after(now, interval);
    interval *= 2;
  }
}
