package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Picks the pair to be used, as the controlling side (RFC 8445 §8.1.1), and concludes the checks
 * when a pair is nominated on either side (§8.1.2).
 *
 * <p>Our policy: the best valid pair is nominated as soon as no better one is still to be checked,
 * or else {@link IceTimings#nominationDelay()} after the first valid pair. One pair is nominated
 * and no other after it, unless the nomination is not answered.
 */
final class Nomination {
  private final Generation generation;
  private final RoleArbiter role;
  private final long delay;
  private long firstValidAt = Deadline.NEVER;
  private @Nullable CandidatePair nominating;

  Nomination(Generation generation, RoleArbiter role, long delay) {
    this.generation = generation;
    this.role = role;
    this.delay = delay;
  }

  /** Begins to nominate if it is time. */
  void update(long now) {
    if (!isToDecide()) {
      return;
    }
    CandidatePair best = generation.checklist.first(CandidatePair::isValid);
    if (best == null) {
      firstValidAt = Deadline.NEVER;
      return;
    }
    firstValidAt = Math.min(firstValidAt, now);
    if (now >= Deadline.after(firstValidAt, delay) || !mayBecomeBetter(best)) {
      nominating = best;
      generation.triggeredChecks.add(best);
    }
  }

  long deadline() {
    return isToDecide() ? Deadline.after(firstValidAt, delay) : Deadline.NEVER;
  }

  /** Whether the next check of {@code pair} has to carry USE-CANDIDATE. */
  boolean isNominating(CandidatePair pair) {
    return nominating == pair;
  }

  /** Whether we have nominated {@code pair}, and the peer may not know. */
  boolean isInDoubt(CandidatePair pair) {
    return role.role() == IceRole.CONTROLLING && pair.isNominated() && !pair.isDataHeard();
  }

  /** A pair is nominated: by our check with USE-CANDIDATE, or by the peer's. */
  void nominated(CandidatePair pair) {
    pair.nominate();
    if (nominating != null) {
      // Its checks that are still under way need no answer any more.
      generation.transactions.cancel(nominating);
      nominating = null;
    }
    if (!generation.checklist.isConcluded()) {
      generation.conclude();
    }
  }

  /** A check of {@code pair} failed; if it was to nominate the pair, another one is picked. */
  void failed(CandidatePair pair) {
    if (nominating == pair) {
      nominating = null;
    }
  }

  /** The role has changed, and whoever nominates now begins anew. */
  void roleChanged() {
    if (nominating != null) {
      generation.triggeredChecks.remove(nominating);
      nominating = null;
    }
    for (CandidatePair pair : generation.checklist.pairs()) {
      pair.nominationPending(false);
    }
  }

  private boolean isToDecide() {
    return role.role() == IceRole.CONTROLLING
        && nominating == null
        && !generation.checklist.isConcluded();
  }

  private boolean mayBecomeBetter(CandidatePair best) {
    return generation.checklist.first(
            pair ->
                pair.priority() > best.priority()
                    && !pair.isIn(CandidatePairState.FAILED)
                    && !pair.isIn(CandidatePairState.SUCCEEDED))
        != null;
  }
}
