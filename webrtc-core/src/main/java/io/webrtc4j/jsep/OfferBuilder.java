package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.BuiltMedia;
import io.webrtc4j.jsep.media.MediaNumbers;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Creates offers (RFC 9429 §5.2). */
final class OfferBuilder {
  private final Draft draft;
  private final SectionWriter writer;
  private final List<PlannedSection> plan;
  private final OfferTransports transports;
  private MediaNumbers numbers;

  private OfferBuilder(Draft draft, OfferPlan plan, boolean restart, RandomGenerator random) {
    this.draft = draft;
    this.writer = new SectionWriter(draft.config);
    this.plan = plan.sections();
    this.transports = OfferTransports.of(draft, this.plan, restart, random);
    this.numbers = draft.numbers;
  }

  /** Creates an offer in {@code draft}. */
  static void create(Draft draft, boolean restart, RandomGenerator random)
      throws NegotiationException {
    if (draft.signaling != SignalingState.STABLE
        && draft.signaling != SignalingState.HAVE_LOCAL_OFFER) {
      throw draft.wrongState("create an offer");
    }
    OurMedia.giveSources(draft, random);
    OfferPlan plan = OfferPlan.of(draft);
    new OfferBuilder(draft, plan, restart, random).create(plan.nextMid());
  }

  private void create(int nextMid) throws NegotiationException {
    List<MediaDescription> media = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      media.add(section(i));
    }
    List<List<String>> bundles =
        transports.groups().stream()
            .map(group -> group.stream().map(index -> plan.get(index).mid()).toList())
            .toList();
    Description offer =
        new Description(
            SdpType.OFFER,
            SessionDescription.of(
                draft.nextOrigin(), SectionWriter.sessionAttributes(bundles), media));
    draft.created = offer.with(draft.candidates.addTo(offer.session(), draft.transports));
    draft.createdOffer =
        new CreatedOffer(
            offer, draft.created.text(), plan, transports, numbers, nextMid, Basis.of(draft));
  }

  private MediaDescription section(int index) throws NegotiationException {
    PlannedSection planned = plan.get(index);
    if (planned instanceof PlannedSection.Rejected rejected) {
      return SectionWriter.rejected(rejected.like(), Optional.of(rejected.mid()));
    }
    SectionWriter.Ends ends =
        new SectionWriter.Ends(
            Optional.of(planned.mid()),
            credentials(index),
            Setup.ACTPASS,
            transports.bundleOnly().contains(index));
    if (planned instanceof PlannedSection.Media media) {
      return rtp(index, draft.transceivers.byId(media.transceiver()), ends);
    }
    return writer.data(DataSection.UDP_PROTOCOL, ends);
  }

  private MediaDescription rtp(int index, Transceiver transceiver, SectionWriter.Ends ends)
      throws NegotiationException {
    boolean isNew = !transceiver.isAssociated();
    MediaDescription previous = isNew ? null : at(draft.descriptions.local(), index);
    BuiltMedia built =
        MediaSections.offer(
            OurMedia.of(draft, transceiver, previous),
            numbers,
            previous,
            isNew ? null : at(lastAnswer(), index));
    if (built.formats().isEmpty()) {
      throw new NegotiationException(
          Kind.OPERATION,
          "no codec of "
              + transceiver.kind()
              + " can be offered: there is none, or earlier descriptions have used up all payload"
              + " types; stop the transceiver, or make a new connection");
    }
    numbers = built.numbers();
    return writer.rtp(
        transceiver.kind().toString(),
        SectionWriter.RTP_PROTOCOL,
        ends,
        transceiver.direction(),
        built);
  }

  private IceCredentials credentials(int index) {
    Integer reference = Objects.requireNonNull(transports.references().get(index));
    return Objects.requireNonNull(transports.credentials().get(reference));
  }

  private @Nullable Description lastAnswer() {
    Description local = draft.descriptions.currentLocal();
    return local != null && local.type() == SdpType.ANSWER
        ? local
        : draft.descriptions.currentRemote();
  }

  /** The section, if there is one and it is not rejected. */
  private static @Nullable MediaDescription at(@Nullable Description description, int index) {
    if (description == null || index >= description.session().media().size()) {
      return null;
    }
    MediaDescription section = description.session().media().get(index);
    return Sections.isRejected(section)
        ? null
        : MediaSections.inherit(description.session(), section);
  }
}
