package io.webrtc4j.session;

import io.webrtc4j.sdp.CandidateAttribute;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** The gathering of our candidates for one ICE generation of a transport (W3C WebRTC §5.6.1). */
final class LocalGathering {
  private final int transport;
  private final String ufrag;
  private final Queue<SessionEvent> events;
  private final Set<CandidateAttribute> told = new HashSet<>();
  private boolean ended;

  LocalGathering(int transport, String ufrag, Queue<SessionEvent> events) {
    this.transport = transport;
    this.ufrag = ufrag;
    this.events = events;
  }

  void begin() {
    events.add(new SessionEvent.GatheringStateChanged(transport, GatheringState.GATHERING));
    events.add(new SessionEvent.GatheringNeeded(transport));
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
      events.add(new SessionEvent.GatheringStateChanged(transport, GatheringState.COMPLETE));
    }
  }
}
