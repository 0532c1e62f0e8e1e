package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the peer's consent fresh on the pair in use, and NAT bindings with it (RFC 7675 §5.1).
 *
 * <p>Consent checks go out once, each 4 to 6 seconds, so that at 30 % loss all of a period are lost
 * every few minutes. Hence, while some go unanswered, the pair is checked as ICE checks pairs, with
 * retransmissions: §5.1 permits connectivity checks besides, and any answer is consent.
 */
final class Consent {
  /** Consent checks that may go unanswered before each is sent again and again. */
  private static final int UNANSWERED = 2;

  /** How often a nomination is repeated; a peer without data to send gives no other sign. */
  private static final int MAX_REPEATED = 3;

  private static final double LEAST_SHARE = 0.8;
  private static final double GREATEST_SHARE = 1.2;

  private final Generation generation;
  private final Nomination nomination;
  private final CheckSender sender;
  private final long interval;
  private final RandomGenerator random;
  private @Nullable CandidatePair pair;
  private long nextAt = Deadline.NEVER;
  private int unanswered;
  private boolean inDoubt;
  private int repeated;
  private long lastConsentedAt;

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

  /**
   * The peer checks {@code checked}. If we have nominated it already, it is told so again: Firefox
   * answers checks before it knows our credentials, and forgets that one of them nominated.
   */
  void peerChecks(IcePath checked) {
    inDoubt |=
        pair != null
            && pair.path().equals(checked)
            && nomination.isInDoubt(pair)
            && repeated < MAX_REPEATED;
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
    if (inDoubt && selected != null && remote != null && nomination.isInDoubt(selected)) {
      inDoubt = false;
      repeated++;
      sender.checkAgain(selected, remote, true, now);
    }
    if (selected != null && remote != null && Deadline.isDue(nextAt, now)) {
      if (selected.consentedAt() != lastConsentedAt) {
        lastConsentedAt = selected.consentedAt();
        unanswered = 0;
      }
      boolean nominate = nomination.isNominating(selected);
      if (unanswered++ >= UNANSWERED) {
        sender.checkAgain(selected, remote, nominate, now);
      } else {
        sender.consent(selected, remote, nominate, now);
      }
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
