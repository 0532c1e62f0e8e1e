package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps the peer's consent fresh on the pair in use, and NAT bindings with it (RFC 7675 §5.1). */
final class Consent {
  private static final double LEAST_SHARE = 0.8;
  private static final double GREATEST_SHARE = 1.2;

  private final Generation generation;
  private final Nomination nomination;
  private final CheckSender sender;
  private final long interval;
  private final RandomGenerator random;
  private @Nullable CandidatePair pair;
  private long nextAt = Deadline.NEVER;

  Consent(
      Generation generation,
      Nomination nomination,
      CheckSender sender,
      long interval,
      RandomGenerator random) {
    this.generation = generation;
    this.nomination = nomination;
    this.sender = sender;
    this.interval = interval;
    this.random = random;
  }

  /** Sends a consent check if one is due on {@code selected}. */
  void update(@Nullable CandidatePair selected, long now) {
    if (selected != pair) {
      pair = selected;
      nextAt =
          selected == null
              ? Deadline.NEVER
              : Math.max(now, Deadline.after(selected.consentedAt(), randomInterval()));
    }
    SideSecret remote = generation.remote();
    if (selected != null && remote != null && Deadline.isDue(nextAt, now)) {
      sender.consent(selected, remote, nomination.isNominating(selected), now);
      nextAt = Deadline.after(now, randomInterval());
    }
  }

  long deadline() {
    return nextAt;
  }

  private long randomInterval() {
    double share = LEAST_SHARE + (GREATEST_SHARE - LEAST_SHARE) * random.nextDouble();
    return (long) (interval * share);
  }
}
