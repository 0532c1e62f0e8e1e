package io.webrtc4j.session;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.session.jsep.Description;
import io.webrtc4j.session.jsep.Negotiation;
import java.util.Queue;

/**
 * The gathering of our candidates: begins when a local description has a transport to gather for,
 * and puts what is found into the descriptions and the events (W3C WebRTC §5.6.1).
 */
final class LocalGathering {
  private final Negotiation negotiation;
  private final String ufrag;
  private final Queue<SessionEvent> events;
  private GatheringState state = GatheringState.NEW;

  LocalGathering(Negotiation negotiation, String ufrag, Queue<SessionEvent> events) {
    this.negotiation = negotiation;
    this.ufrag = ufrag;
    this.events = events;
  }

  void startIfDescribed() {
    Description local = negotiation.descriptions().local();
    if (state == GatheringState.NEW && local != null && local.dataIndex().isPresent()) {
      change(GatheringState.GATHERING);
      events.add(new SessionEvent.GatheringNeeded());
    }
  }

  void add(CandidateAttribute candidate) {
    negotiation.addLocalCandidate(candidate);
    events.add(new SessionEvent.DescriptionsChanged(negotiation.descriptions()));
    events.add(new SessionEvent.LocalCandidate(candidate, mid(), index(), ufrag));
  }

  void end() {
    negotiation.endOfLocalCandidates();
    events.add(new SessionEvent.DescriptionsChanged(negotiation.descriptions()));
    events.add(new SessionEvent.EndOfLocalCandidates(mid(), index(), ufrag));
    change(GatheringState.COMPLETE);
  }

  private void change(GatheringState next) {
    state = next;
    events.add(new SessionEvent.GatheringStateChanged(next));
  }

  private int index() {
    Description local = negotiation.descriptions().local();
    return local == null ? 0 : local.dataIndex().orElse(0);
  }

  private String mid() {
    Description local = negotiation.descriptions().local();
    if (local == null || local.dataIndex().isEmpty()) {
      return "";
    }
    return local
        .session()
        .media()
        .get(index())
        .attribute(MidAttribute.class)
        .map(MidAttribute::mid)
        .orElse("");
  }
}
