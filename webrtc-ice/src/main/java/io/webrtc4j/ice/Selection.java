package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The pair that application data takes: of the nominated pairs, or before there are any of the
 * valid ones (RFC 8445 §12.1), the best of which consent holds (RFC 7675 §5.1).
 *
 * <p>A pair on which nothing comes from the peer counts as worse than any that lives: a peer that
 * nominates several pairs uses the one that works.
 */
final class Selection {
  private static final String REVOKED = "consent was revoked by the peer (403)";

  /** How long the pair in use brings no data before another that does takes its place. */
  private static final long FOLLOW_AFTER = Deadline.millis(250);

  private final Generation generation;
  private final RoleArbiter role;
  private final IceTimings timings;
  private final EventQueue events;
  private @Nullable CandidatePair selected;
  private @Nullable CandidatePair followed;
  private long selectedDataAt;
  private boolean everNominated;
  private @Nullable String consentLoss;

  Selection(Generation generation, RoleArbiter role, IceTimings timings, EventQueue events) {
    this.generation = generation;
    this.role = role;
    this.timings = timings;
    this.events = events;
  }

  @Nullable CandidatePair selected() {
    return selected;
  }

  /** Whether something authentic has come on {@code pair} lately. */
  boolean isAlive(CandidatePair pair, long now) {
    return now < silenceEnd(pair);
  }

  /** Why consent for the pair in use is gone, if no other pair can take its place; else null. */
  @Nullable String consentLoss() {
    return consentLoss;
  }

  /**
   * Application data came along {@code path}. A controlling peer that puts USE-CANDIDATE on every
   * check may use another pair than the best: who is controlled follows it.
   *
   * @return whether there is another pair to choose now
   */
  boolean heardData(IcePath path, long now) {
    CandidatePair pair = selected;
    if (pair == null || pair.path().equals(path)) {
      selectedDataAt = now;
      if (pair != null) {
        pair.dataHeard();
      }
    } else if (role.role() == IceRole.CONTROLLED
        && now >= Deadline.after(selectedDataAt, FOLLOW_AFTER)) {
      followed = generation.checklist.find(path);
      selectedDataAt = now;
      return followed != null;
    }
    return false;
  }

  /** Chooses anew, after consents have expired. */
  void update(long now) {
    for (CandidatePair pair : generation.checklist.pairs()) {
      if (pair.isValid() && now >= pair.consentEnd(timings.consentExpiry())) {
        lose(pair, "consent expired: no check answered for " + seconds(timings.consentExpiry()));
      }
    }
    CandidatePair best = choose(now);
    if (best != null && best != selected) {
      events.add(
          new IceEvent.SelectedPairChanged(best.localCandidate(), best.remote().candidate()));
    }
    selected = best;
    consentLoss = best == null ? consentLoss : null;
    everNominated |= best != null && best.isNominated();
  }

  /** The peer no longer wants to receive on {@code pair} (RFC 7675 §5.2). */
  void revoke(CandidatePair pair) {
    lose(pair, REVOKED);
  }

  /** When a consent ends, or the pair in use counts as silent. */
  long deadline(long now) {
    CandidatePair pair = selected;
    if (pair == null) {
      return Deadline.NEVER;
    }
    long consentEnd = pair.consentEnd(timings.consentExpiry());
    return isAlive(pair, now) ? Math.min(consentEnd, silenceEnd(pair)) : consentEnd;
  }

  private void lose(CandidatePair pair, String why) {
    if (pair == selected) {
      consentLoss = why + " on " + pair.description();
      pair.loseConsent(why);
    } else {
      pair.fail(why);
    }
  }

  private @Nullable CandidatePair choose(long now) {
    CandidatePair current = selected;
    if (followed != null
        && role.role() == IceRole.CONTROLLED
        && isEligible(followed)
        && isAlive(followed, now)) {
      return followed;
    }
    CandidatePair best = generation.checklist.first(pair -> isEligible(pair) && isAlive(pair, now));
    if (best == null) {
      best = current != null && isEligible(current) ? current : null;
    }
    return best != null ? best : generation.checklist.first(this::isEligible);
  }

  // Once a pair was nominated, only nominated ones are used (RFC 8445 §12.1).
  private boolean isEligible(CandidatePair pair) {
    return pair.isValid() && (pair.isNominated() || !isNominationKnown());
  }

  private boolean isNominationKnown() {
    return everNominated
        || generation.checklist.first(pair -> pair.isValid() && pair.isNominated()) != null;
  }

  private long silenceEnd(CandidatePair pair) {
    return Deadline.after(pair.heardAt(), timings.disconnectedAfter());
  }

  private static String seconds(long nanos) {
    return nanos / Deadline.seconds(1) + " s";
  }
}
