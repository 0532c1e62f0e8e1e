package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pairs of one data stream, best first (RFC 8445 §6.1.2). */
final class Checklist {
  private static final Comparator<CandidatePair> BEST_FIRST =
      Comparator.comparingLong(CandidatePair::priority).reversed();

  private final List<CandidatePair> pairs = new ArrayList<>();
  private final int limit;
  private boolean concluded;

  Checklist(int limit) {
    this.limit = limit;
  }

  List<CandidatePair> pairs() {
    return pairs;
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  @Nullable CandidatePair find(IcePath path) {
    for (CandidatePair pair : pairs) {
      if (pair.path().equals(path)) {
        return pair;
      }
    }
    return null;
  }

  boolean contains(CandidatePair pair) {
    return pairs.contains(pair);
  }

  /**
   * Inserts a new pair, frozen or waiting as RFC 8838 §12 says. At the limit it takes the place of
   * a failed pair, or of the last one that no check was made for (RFC 8838 §11).
   *
   * @param triggered whether a check of the peer's wants this pair, so that it goes before any pair
   *     that was not checked yet
   * @return the pair that had to make room, the new pair itself if there is none to be had, or null
   */
  @Nullable CandidatePair insert(CandidatePair pair, boolean triggered) {
    CandidatePair displaced = null;
    if (pairs.size() >= limit) {
      displaced = displaceable(triggered ? Long.MAX_VALUE : pair.priority());
      if (displaced == null) {
        return pair;
      }
      pairs.remove(displaced);
    }
    pair.state(initialState(pair));
    pairs.add(pair);
    pairs.sort(BEST_FIRST);
    return displaced;
  }

  /** Computes all priorities anew: the role, or what we know of a candidate, has changed. */
  void rank(IceRole role) {
    pairs.forEach(pair -> pair.rank(role));
    pairs.sort(BEST_FIRST);
  }

  /** Takes the next pair for an ordinary check: steps 2 and 3 of RFC 8445 §6.1.4.2. */
  @Nullable CandidatePair next() {
    if (first(pair -> pair.isIn(CandidatePairState.WAITING)) == null) {
      pairs.stream().filter(this::canThaw).toList().forEach(this::thawFirstOfFoundation);
    }
    return first(pair -> pair.isIn(CandidatePairState.WAITING));
  }

  /** Whether {@link #next} would find a pair. */
  boolean hasNext() {
    return first(pair -> pair.isIn(CandidatePairState.WAITING) || canThaw(pair)) != null;
  }

  /**
   * A check of {@code pair} succeeded and showed that the peer knows us as {@code reflexive}: the
   * pair is valid, and those like it are worth trying (RFC 8445 §7.2.5.3).
   */
  void succeeded(CandidatePair pair, IceCandidate reflexive, IceRole role, long now) {
    pair.succeed(reflexive, role, now);
    pairs.sort(BEST_FIRST);
    for (CandidatePair other : pairs) {
      if (other.isIn(CandidatePairState.FROZEN) && other.hasFoundationOf(pair)) {
        other.state(CandidatePairState.WAITING);
      }
    }
  }

  /** How many pairs are waiting or in progress: what the RTO grows with (RFC 8445 §14.3). */
  int waitingAndInProgress() {
    int count = 0;
    for (CandidatePair pair : pairs) {
      if (pair.isIn(CandidatePairState.WAITING) || pair.isIn(CandidatePairState.IN_PROGRESS)) {
        count++;
      }
    }
    return count;
  }

  /**
   * When every pair that has not succeeded has failed (RFC 8445 §7.2.5.4), or has been checked in
   * vain for as long as a check takes to fail: a peer that goes on checking a pair makes us do so,
   * too, even if it never answers.
   */
  long hopelessAt() {
    long latest = Long.MIN_VALUE;
    for (CandidatePair pair : pairs) {
      if (!pair.isIn(CandidatePairState.FAILED) && !pair.isIn(CandidatePairState.SUCCEEDED)) {
        latest =
            Math.max(latest, Deadline.after(pair.checkedAt(), RetransmissionTimer.MAX_DURATION));
      }
    }
    return latest;
  }

  /** The best pair that satisfies {@code condition}, or null. */
  @Nullable CandidatePair first(Predicate<CandidatePair> condition) {
    for (CandidatePair pair : pairs) {
      if (condition.test(pair)) {
        return pair;
      }
    }
    return null;
  }

  /** Removes what was not checked yet, since a pair is nominated (RFC 8445 §8.1.2). */
  void conclude() {
    concluded = true;
    // A peer may nominate several pairs; those it has nominated already are still checked.
    pairs.removeIf(pair -> isUnchecked(pair) && !pair.isNominationPending());
  }

  boolean isConcluded() {
    return concluded;
  }

  // RFC 8838 §12: rule 1, rule 2, and rule 3 for the rest.
  private CandidatePairState initialState(CandidatePair added) {
    boolean topmost =
        first(pair -> pair.priority() >= added.priority() && pair.hasFoundationOf(added)) == null;
    return topmost || hasSucceededLike(added)
        ? CandidatePairState.WAITING
        : CandidatePairState.FROZEN;
  }

  private boolean hasSucceededLike(CandidatePair pair) {
    return first(other -> other.isIn(CandidatePairState.SUCCEEDED) && other.hasFoundationOf(pair))
        != null;
  }

  /**
   * Step 2 of RFC 8445 §6.1.4.2, but not waiting for a check that was not answered at once: a peer
   * that gives all its candidates one foundation would be checked in 39.5 s steps.
   */
  private boolean canThaw(CandidatePair frozen) {
    return frozen.isIn(CandidatePairState.FROZEN)
        && first(pair -> keepsFrozen(pair) && pair.hasFoundationOf(frozen)) == null;
  }

  private static boolean keepsFrozen(CandidatePair pair) {
    return pair.isIn(CandidatePairState.WAITING)
        || (pair.isIn(CandidatePairState.IN_PROGRESS) && !pair.isRetransmitted());
  }

  private void thawFirstOfFoundation(CandidatePair frozen) {
    if (canThaw(frozen)) {
      frozen.state(CandidatePairState.WAITING);
    }
  }

  private @Nullable CandidatePair displaceable(long below) {
    CandidatePair unchecked = null;
    for (int i = pairs.size() - 1; i >= 0; i--) {
      CandidatePair pair = pairs.get(i);
      if (pair.isIn(CandidatePairState.FAILED)) {
        return pair;
      }
      if (unchecked == null
          && isUnchecked(pair)
          && !pair.isNominationPending()
          && pair.priority() < below) {
        unchecked = pair;
      }
    }
    return unchecked;
  }

  private static boolean isUnchecked(CandidatePair pair) {
    return pair.isIn(CandidatePairState.FROZEN) || pair.isIn(CandidatePairState.WAITING);
  }
}
