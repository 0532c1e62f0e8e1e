package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/** Decides which pair is checked next, one every Ta (RFC 8445 §6.1.4.2). */
final class CheckScheduler {
  private final Generation generation;
  private final Nomination nomination;
  private final CheckSender sender;
  private final long ta;
  private long nextAt;

  CheckScheduler(Generation generation, Nomination nomination, CheckSender sender, long ta) {
    this.generation = generation;
    this.nomination = nomination;
    this.sender = sender;
    this.ta = ta;
  }

  /** Begins a check if there is one to be made and the last one was long enough ago. */
  void update(long now) {
    SideSecret remote = generation.remote();
    if (remote == null || now < nextAt) {
      return;
    }
    CandidatePair pair = nextPair();
    if (pair != null) {
      sender.check(pair, remote, nomination.isNominating(pair), now);
      nextAt = Deadline.after(now, ta);
    }
  }

  long deadline() {
    boolean idle =
        generation.remote() == null
            || (generation.triggeredChecks.isEmpty() && !generation.checklist.hasNext());
    return idle ? Deadline.NEVER : nextAt;
  }

  private @Nullable CandidatePair nextPair() {
    CandidatePair triggered = generation.triggeredChecks.poll();
    return triggered != null ? triggered : generation.checklist.next();
  }
}
