package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/** Tells the state of the agent from that of its parts (W3C WebRTC §5.6, RTCIceTransportState). */
final class StateTracker {
  private final Generation generation;
  private final LocalCandidates localCandidates;
  private final Selection selection;
  private final IceTimings timings;
  private final EventQueue events;
  private IceState state = IceState.NEW;

  StateTracker(
      Generation generation,
      LocalCandidates localCandidates,
      Selection selection,
      IceTimings timings,
      EventQueue events) {
    this.generation = generation;
    this.localCandidates = localCandidates;
    this.selection = selection;
    this.timings = timings;
    this.events = events;
  }

  IceState state() {
    return state;
  }

  /** Whether nothing ever happens again. */
  boolean isFinal() {
    return state == IceState.FAILED || state == IceState.CLOSED;
  }

  void update(long now) {
    CandidatePair pair = selection.selected();
    if (pair != null) {
      enter(connected(pair, now), pair);
    } else if (isChecking()) {
      enter(IceState.CHECKING, null);
    }
  }

  void end(IceState last, String reason) {
    state = last;
    events.add(new IceEvent.StateChanged(last, reason));
  }

  private IceState connected(CandidatePair pair, long now) {
    if (!selection.isAlive(pair, now)) {
      return IceState.DISCONNECTED;
    }
    boolean complete =
        pair.isNominated()
            && localCandidates.isComplete()
            && generation.remoteCandidates.isComplete();
    return complete ? IceState.COMPLETED : IceState.CONNECTED;
  }

  private boolean isChecking() {
    return generation.remote() != null
        && (state != IceState.NEW
            || !generation.checklist.isEmpty()
            || !generation.remoteCandidates.all().isEmpty());
  }

  private void enter(IceState next, @Nullable CandidatePair pair) {
    if (next != state) {
      state = next;
      events.add(new IceEvent.StateChanged(next, reason(next, pair)));
    }
  }

  private String reason(IceState next, @Nullable CandidatePair pair) {
    String on = pair == null ? "no pair" : pair.description();
    return switch (next) {
      case CHECKING -> generation.checklist.pairs().size() + " candidate pairs are to be checked";
      case CONNECTED -> "works: " + on;
      case COMPLETED -> "nominated, and no further candidates are expected: " + on;
      case DISCONNECTED ->
          "nothing came from the peer for "
              + timings.disconnectedAfter() / Deadline.millis(1)
              + " ms: "
              + on;
      case NEW, FAILED, CLOSED -> on;
    };
  }
}
