package io.webrtc4j.session;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.session.jsep.Description;
import io.webrtc4j.session.jsep.Negotiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The gathering of our candidates: puts what is found into the descriptions and the events (W3C
 * WebRTC §5.6.1).
 *
 * <p>What is found after a rollback has no section to be named with. It waits for the next
 * description, as the W3C's early candidates do.
 */
final class DescribedGathering {
  private final Negotiation negotiation;
  private final String ufrag;
  private final Queue<NegotiatedEvent> events;
  private final List<CandidateAttribute> early = new ArrayList<>();
  private GatheringState state = GatheringState.NEW;
  private boolean ended;

  DescribedGathering(Negotiation negotiation, String ufrag, Queue<NegotiatedEvent> events) {
    this.negotiation = negotiation;
    this.ufrag = ufrag;
    this.events = events;
  }

  /** A local description was applied, or taken back. */
  void described() {
    if (!isDescribed()) {
      return;
    }
    if (state == GatheringState.NEW) {
      change(GatheringState.GATHERING);
    }
    early.forEach(this::tell);
    early.clear();
    completeIfEnded();
  }

  void add(CandidateAttribute candidate) {
    negotiation.addLocalCandidate(candidate);
    if (isDescribed()) {
      tell(candidate);
    } else {
      early.add(candidate);
    }
  }

  void end() {
    negotiation.endOfLocalCandidates();
    ended = true;
    if (isDescribed()) {
      completeIfEnded();
    }
  }

  private void tell(CandidateAttribute candidate) {
    events.add(new NegotiatedEvent.DescriptionsChanged(negotiation.descriptions()));
    events.add(new NegotiatedEvent.LocalCandidate(candidate, mid(), index(), ufrag));
  }

  private void completeIfEnded() {
    if (ended && state == GatheringState.GATHERING) {
      events.add(new NegotiatedEvent.DescriptionsChanged(negotiation.descriptions()));
      events.add(new NegotiatedEvent.EndOfLocalCandidates(mid(), index(), ufrag));
      change(GatheringState.COMPLETE);
    }
  }

  private void change(GatheringState next) {
    state = next;
    events.add(new NegotiatedEvent.GatheringStateChanged(next));
  }

  boolean isDescribed() {
    Description local = negotiation.descriptions().local();
    return local != null && local.dataIndex().isPresent();
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
