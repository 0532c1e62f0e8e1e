package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;

/** The timer before whose end no checklist has failed (RFC 8863 §4). */
final class Patience {
  private final long duration;
  private long endsAt = Deadline.NEVER;

  Patience(long duration) {
    this.duration = duration;
  }

  /** Starts when both sides' credentials are known, with or without candidates. */
  void start(long now) {
    endsAt = Deadline.after(now, duration);
  }

  /** When patience is over; {@link Deadline#NEVER} before {@link #start}. */
  long endsAt() {
    return endsAt;
  }
}
