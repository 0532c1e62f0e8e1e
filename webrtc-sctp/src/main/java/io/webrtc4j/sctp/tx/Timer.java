package io.webrtc4j.sctp.tx;

import io.webrtc4j.common.Deadline;

/** A timer as a value: it knows its deadline, and how often it expired in a row. */
public final class Timer {
  private long deadline = Deadline.NEVER;
  private int expirations;

  /** Starts anew, to expire {@code duration} nanoseconds after {@code now}. */
  public void start(long now, long duration) {
    deadline = Deadline.after(now, duration);
  }

  /** Stops and forgets the expirations. */
  public void stop() {
    deadline = Deadline.NEVER;
    expirations = 0;
  }

  /** Whether it is running. */
  public boolean isRunning() {
    return deadline != Deadline.NEVER;
  }

  /** If it is due, stops it, counts, and says true. */
  public boolean expire(long now) {
    if (!Deadline.isDue(deadline, now)) {
      return false;
    }
    deadline = Deadline.NEVER;
    expirations++;
    return true;
  }

  /** How often it has expired since it was stopped. */
  public int expirations() {
    return expirations;
  }

  /** When it expires, or {@link Deadline#NEVER}. */
  public long deadline() {
    return deadline;
  }
}
