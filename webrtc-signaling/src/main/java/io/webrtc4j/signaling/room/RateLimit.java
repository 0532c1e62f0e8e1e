package io.webrtc4j.signaling.room;

import io.webrtc4j.common.Deadline;

/** A token bucket: full at first, it refills steadily and each frame takes one token. */
final class RateLimit {
  private final long nanosPerToken;
  private final long capacity;
  private long credit;
  private long lastRefill;

  /** With room for {@code burst} tokens, refilled at {@code perSecond}. */
  RateLimit(int perSecond, int burst, long now) {
    this.nanosPerToken = Deadline.seconds(1) / perSecond;
    this.capacity = nanosPerToken * burst;
    this.credit = capacity;
    this.lastRefill = now;
  }

  /** Takes a token if there is one. */
  boolean tryTake(long now) {
    credit = Math.min(capacity, credit + Math.max(0, now - lastRefill));
    lastRefill = now;
    if (credit < nanosPerToken) {
      return false;
    }
    credit -= nanosPerToken;
    return true;
  }
}
