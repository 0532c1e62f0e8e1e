package io.webrtc4j.session;

import io.webrtc4j.sdp.CandidateAttribute;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gathering of a transport's candidates (W3C WebRTC §5.6.1): of the ICE generation in use, and
 * while a restart is prepared, of the next one. What is found is told for each that is not complete
 * yet; the transport's gathering is complete when all are.
 */
final class LocalGathering {
  private final int transport;
  private final Queue<SessionEvent> events;
  private Generation current;
  private @Nullable Generation prepared;

  /** A gathering that begins at once. */
  LocalGathering(int transport, String ufrag, Queue<SessionEvent> events) {
    this.transport = transport;
    this.events = events;
    this.current = new Generation(ufrag);
    begin(false);
  }

  /** Gathers for one more generation, in place of one that is prepared already. */
  void prepare(String ufrag) {
    boolean wasOpen = isOpen();
    prepared = new Generation(ufrag);
    begin(wasOpen);
  }

  /** Forgets the prepared generation. */
  void cancel() {
    boolean toldGathering = isOpen();
    prepared = null;
    if (toldGathering && !isOpen()) {
      tell(GatheringState.COMPLETE);
    }
  }

  /** The prepared generation is the one in use from now on. */
  void carryOut() {
    if (prepared != null) {
      current = prepared;
      prepared = null;
    }
  }

  /** Whether candidates are still wanted. */
  boolean isOpen() {
    return !current.ended || (prepared != null && !prepared.ended);
  }

  void add(CandidateAttribute candidate) {
    current.add(candidate);
    if (prepared != null) {
      prepared.add(candidate);
    }
  }

  void end() {
    if (isOpen()) {
      current.end();
      if (prepared != null) {
        prepared.end();
      }
      tell(GatheringState.COMPLETE);
    }
  }

  private void begin(boolean wasOpen) {
    if (!wasOpen) {
      tell(GatheringState.GATHERING);
    }
    events.add(new SessionEvent.GatheringNeeded(transport));
  }

  private void tell(GatheringState state) {
    events.add(new SessionEvent.GatheringStateChanged(transport, state));
  }

  /** What was told of one generation. */
  private final class Generation {
    private final String ufrag;
    private final Set<CandidateAttribute> told = new HashSet<>();
    private boolean ended;

    Generation(String ufrag) {
      this.ufrag = ufrag;
    }

    void add(CandidateAttribute candidate) {
      if (!ended && told.add(candidate)) {
        events.add(new SessionEvent.LocalCandidate(transport, candidate, ufrag));
      }
    }

    void end() {
      if (!ended) {
        ended = true;
        events.add(new SessionEvent.EndOfLocalCandidates(transport, ufrag));
      }
    }
  }
}
