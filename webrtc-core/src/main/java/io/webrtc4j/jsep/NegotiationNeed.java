package io.webrtc4j.jsep;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MsidAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether there is anything that no description carries yet (W3C WebRTC §4.7.3). */
final class NegotiationNeed {
  private final Draft facts;
  private final @Nullable Sections local;
  private final @Nullable Sections remote;

  private NegotiationNeed(Draft facts) {
    this.facts = facts;
    this.local = sections(facts.descriptions.currentLocal());
    this.remote = sections(facts.descriptions.currentRemote());
  }

  static boolean of(Draft facts) {
    return facts.signaling != SignalingState.CLOSED && new NegotiationNeed(facts).isThere();
  }

  static boolean isDataNegotiated(Draft facts) {
    Sections local = sections(facts.descriptions.currentLocal());
    Sections remote = sections(facts.descriptions.currentRemote());
    return local != null
        && remote != null
        && local.data().isPresent()
        && local.data().equals(remote.data());
  }

  private boolean isThere() {
    if (!facts.toReplace.isEmpty()) {
      return true;
    }
    if (facts.dataWanted && !isDataNegotiated(facts)) {
      return true;
    }
    return facts.transceivers.all().stream().anyMatch(this::isNeededBy);
  }

  private boolean isNeededBy(Transceiver transceiver) {
    if (transceiver.stopped()) {
      return transceiver.isAssociated()
          && !isRejected(local, transceiver)
          && !isRejected(remote, transceiver);
    }
    if (transceiver.stopping()) {
      return true;
    }
    Optional<MediaDescription> section = section(local, transceiver);
    return section.isEmpty()
        || areStreamsOpen(section.get(), transceiver)
        || isDirectionOpen(transceiver);
  }

  private static boolean areStreamsOpen(MediaDescription section, Transceiver transceiver) {
    if (!transceiver.direction().sends()) {
      return false;
    }
    List<MsidAttribute> msids = section.attributes(MsidAttribute.class);
    Set<String> named = new HashSet<>();
    msids.forEach(msid -> msid.stream().ifPresent(named::add));
    return msids.isEmpty() || !named.equals(Set.copyOf(transceiver.sender().streamIds()));
  }

  private boolean isDirectionOpen(Transceiver transceiver) {
    Description description = facts.descriptions.currentLocal();
    if (local == null || remote == null || description == null) {
      return true;
    }
    Direction ours = local.direction(transceiver.index());
    Direction theirs = remote.direction(transceiver.index()).reversed();
    Direction wished = transceiver.direction();
    return description.type() == SdpType.OFFER
        ? ours != wished && theirs != wished
        : ours != wished.intersection(theirs);
  }

  private static boolean isRejected(@Nullable Sections sections, Transceiver transceiver) {
    return section(sections, transceiver).filter(Sections::isRejected).isPresent();
  }

  /** The section that the transceiver is associated with, if the description has it. */
  private static Optional<MediaDescription> section(
      @Nullable Sections sections, Transceiver transceiver) {
    boolean there =
        sections != null && transceiver.isAssociated() && transceiver.index() < sections.count();
    return there && sections != null
        ? Optional.of(sections.get(transceiver.index()))
        : Optional.empty();
  }

  private static @Nullable Sections sections(@Nullable Description description) {
    return description == null ? null : Sections.of(description);
  }
}
