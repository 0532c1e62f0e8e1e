package io.webrtc4j.signaling.room;

import org.jspecify.annotations.Nullable;

/** One client's connection: how lively it is, and in which room. */
final class Connection {
  private final long number;
  private final RateLimit rateLimit;
  private long lastHeard;
  private long lastPinged;
  private @Nullable Membership membership;

  Connection(long number, RateLimit rateLimit, long now) {
    this.number = number;
    this.rateLimit = rateLimit;
    this.lastHeard = now;
    this.lastPinged = now;
  }

  long number() {
    return number;
  }

  /** Something came; false if too much has. */
  boolean hear(long now) {
    lastHeard = now;
    return rateLimit.tryTake(now);
  }

  boolean isSilentFor(long duration, long now) {
    return now - lastHeard >= duration;
  }

  boolean wantsPing(long interval, long now) {
    return isSilentFor(interval, now) && now - lastPinged >= interval;
  }

  void pinged(long now) {
    lastPinged = now;
  }

  /** Where the client is, or null while it is in no room. */
  @Nullable Membership membership() {
    return membership;
  }

  void enter(Membership entered) {
    membership = entered;
  }

  void leave() {
    membership = null;
  }
}
