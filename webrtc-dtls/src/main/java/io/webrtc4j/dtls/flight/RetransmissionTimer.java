package io.webrtc4j.dtls.flight;

import io.webrtc4j.common.Deadline;

/** When a flight is sent again: after a wait that doubles each time (RFC 6347 §4.2.4.1). */
public final class RetransmissionTimer {
  private final long initial;
  private final long max;
  private long wait;
  private long deadline = Deadline.NEVER;

  /** Waits {@code initial} nanoseconds first and at most {@code max}. */
  public RetransmissionTimer(long initial, long max) {
    this.initial = initial;
    this.max = max;
    this.wait = initial;
  }

  /** A new flight was sent. */
  public void start(long now) {
    wait = initial;
    deadline = Deadline.after(now, wait);
  }

  /** The flight was sent again because nothing came. */
  public void backOff(long now) {
    wait = Math.min(wait * 2, max);
    deadline = Deadline.after(now, wait);
  }

  /** The flight was sent again because the peer's came again: the network works. */
  public void restart(long now) {
    deadline = Deadline.after(now, wait);
  }

  /** No answer is awaited. */
  public void stop() {
    deadline = Deadline.NEVER;
  }

  /** When the flight is due again, or {@link Deadline#NEVER}. */
  public long deadline() {
    return deadline;
  }
}
