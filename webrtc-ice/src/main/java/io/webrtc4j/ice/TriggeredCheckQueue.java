package io.webrtc4j.ice;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pairs to be checked before all others, first in, first out (RFC 8445 §6.1.4.1). Pairs compare by
 * identity, so none is in it twice, and the checklist's limit is this queue's, too.
 */
final class TriggeredCheckQueue {
  private final Set<CandidatePair> pairs = new LinkedHashSet<>();

  void add(CandidatePair pair) {
    pairs.add(pair);
  }

  @Nullable CandidatePair poll() {
    Iterator<CandidatePair> first = pairs.iterator();
    if (!first.hasNext()) {
      return null;
    }
    CandidatePair pair = first.next();
    first.remove();
    return pair;
  }

  void remove(CandidatePair pair) {
    pairs.remove(pair);
  }

  /** Keeps only the pairs that satisfy {@code condition}. */
  void retain(Predicate<CandidatePair> condition) {
    pairs.removeIf(condition.negate());
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  void clear() {
    pairs.clear();
  }
}
