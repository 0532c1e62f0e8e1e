package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Tells the state of the agent from that of its sessions (W3C WebRTC §5.6, RTCIceTransportState).
 */
final class StateTracker {
  private final IceSessions sessions;
  private final IceTimings timings;
  private final EventQueue events;
  private IceState state = IceState.NEW;

  StateTracker(IceSessions sessions, IceTimings timings, EventQueue events) {
    this.sessions = sessions;
    this.timings = timings;
    this.events = events;
  }

  IceState state() {
    return state;
  }

  void update(long now) {
    IceSession current = sessions.current();
    CandidatePair pair = current.selected();
    if (pair != null) {
      enter(connected(current, pair, now), pair);
    } else if (sessions.previous() != null) {
      restarting(current, sessions.previous(), now);
    } else if (current.hasFailed()) {
      enter(IceState.FAILED, null);
    } else if (current.hasWork() || (state != IceState.NEW && current.remote() != null)) {
      enter(IceState.CHECKING, null);
    }
  }

  void close() {
    state = IceState.CLOSED;
    events.add(new IceEvent.StateChanged(IceState.CLOSED, "closed by the application"));
  }

  /**
   * A restart leads from completed to connected, and from disconnected to checking. One that fails
   * while the path before it works does no harm.
   */
  private void restarting(IceSession current, IceSession previous, long now) {
    CandidatePair pair = previous.selected();
    if (pair != null && previous.isAlive(pair, now)) {
      enter(IceState.CONNECTED, pair);
    } else if (current.hasFailed()) {
      enter(pair == null ? IceState.FAILED : IceState.DISCONNECTED, pair);
    } else {
      enter(IceState.CHECKING, null);
    }
  }

  private IceState connected(IceSession session, CandidatePair pair, long now) {
    if (!session.isAlive(pair, now)) {
      return IceState.DISCONNECTED;
    }
    boolean complete =
        pair.isNominated()
            && session.localCandidates().isComplete()
            && session.remoteCandidates().isComplete();
    return complete ? IceState.COMPLETED : IceState.CONNECTED;
  }

  private void enter(IceState next, @Nullable CandidatePair pair) {
    if (next != state) {
      state = next;
      events.add(new IceEvent.StateChanged(next, reason(next, pair)));
    }
  }

  private String reason(IceState next, @Nullable CandidatePair pair) {
    IceSession current = sessions.current();
    String on = pair == null ? "no pair" : pair.description();
    return switch (next) {
      case CHECKING -> current.pairs().size() + " candidate pairs are to be checked";
      case CONNECTED -> "works: " + on;
      case COMPLETED -> "nominated, and no further candidates are expected: " + on;
      case DISCONNECTED ->
          "nothing came from the peer for "
              + timings.disconnectedAfter() / Deadline.millis(1)
              + " ms: "
              + on;
      case FAILED -> String.valueOf(current.failureReason());
      case NEW, CLOSED -> on;
    };
  }
}
