package io.webrtc4j.jsep;

import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sections an offer has (RFC 9429 §5.2.1, §5.2.2): those that there are stay in their places,
 * new ones take the places of rejected ones or follow.
 */
final class OfferPlan {
  private final Draft draft;
  private final List<PlannedSection> sections = new ArrayList<>();
  private final Set<String> takenMids = new HashSet<>();
  private int nextMid;

  private OfferPlan(Draft draft) {
    this.draft = draft;
    this.nextMid = draft.nextMid;
    draft.transports.places().forEach(place -> takenMids.add(place.mid()));
    draft.agreedTransports().places().forEach(place -> takenMids.add(place.mid()));
  }

  static OfferPlan of(Draft draft) {
    OfferPlan plan = new OfferPlan(draft);
    plan.keepSections();
    plan.reuseData();
    if (draft.config.alwaysNegotiateDataChannels()) {
      plan.addData();
    }
    plan.addTransceivers();
    plan.addData();
    return plan;
  }

  List<PlannedSection> sections() {
    return List.copyOf(sections);
  }

  /** The number from which tags are to be counted once the offer is applied. */
  int nextMid() {
    return nextMid;
  }

  private void keepSections() {
    Description local = draft.descriptions.local();
    for (int i = 0; local != null && i < local.session().media().size(); i++) {
      sections.add(kept(i, local.session().media().get(i)));
    }
  }

  private PlannedSection kept(int index, MediaDescription section) {
    String mid = draft.transports.places().get(index).mid();
    if (isDataAt(index)) {
      return new PlannedSection.Data(mid);
    }
    Optional<Transceiver> transceiver = draft.transceivers.at(index);
    // W3C WebRTC §4.4.2: for offers, one that is stopping is stopped.
    return transceiver.filter(each -> !each.stopping()).isPresent()
        ? new PlannedSection.Media(mid, transceiver.get().id())
        : new PlannedSection.Rejected(mid, section);
  }

  private boolean isDataAt(int index) {
    Descriptions all = draft.descriptions;
    Description local = all.local();
    return local != null
        && Sections.of(local).isLiveData(index)
        && (all.pendingLocal() != null || !isRejected(all.currentRemote(), index));
  }

  /** A section for data that was rejected is taken into use again, before others take its place. */
  private void reuseData() {
    for (int i = 0; i < sections.size(); i++) {
      if (lacksData()
          && sections.get(i) instanceof PlannedSection.Rejected rejected
          && rejected.like().media().equals(DataSection.MEDIA)
          && isRecyclable(i)) {
        sections.set(i, new PlannedSection.Data(rejected.mid()));
      }
    }
  }

  private void addData() {
    if (lacksData()) {
      sections.add(new PlannedSection.Data(newMid()));
    }
  }

  /** One section for data is enough. */
  private boolean lacksData() {
    boolean wanted = draft.dataWanted || draft.config.alwaysNegotiateDataChannels();
    return wanted && sections.stream().noneMatch(PlannedSection.Data.class::isInstance);
  }

  private void addTransceivers() {
    for (Transceiver transceiver : draft.transceivers.all()) {
      if (!transceiver.isAssociated() && !transceiver.stopping()) {
        place(transceiver);
      }
    }
  }

  private void place(Transceiver transceiver) {
    for (int i = 0; i < sections.size(); i++) {
      if (!sections.get(i).isLive() && isRecyclable(i)) {
        sections.set(i, new PlannedSection.Media(newMid(), transceiver.id()));
        return;
      }
    }
    sections.add(new PlannedSection.Media(newMid(), transceiver.id()));
  }

  /** Whether the section is rejected in a current description, so that both sides know it. */
  private boolean isRecyclable(int index) {
    return isRejected(draft.descriptions.currentLocal(), index)
        || isRejected(draft.descriptions.currentRemote(), index);
  }

  private static boolean isRejected(@Nullable Description description, int index) {
    return description != null
        && index < description.session().media().size()
        && Sections.isRejected(description.session().media().get(index));
  }

  private String newMid() {
    String mid = Integer.toString(nextMid++);
    while (takenMids.contains(mid)) {
      mid = Integer.toString(nextMid++);
    }
    return mid;
  }
}
