package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.IceOptionsAttribute;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Applies the peer's descriptions (RFC 9429 §5.6, §5.10; W3C WebRTC §4.4.1.5). */
final class SetRemote {
  private final Draft draft;
  private final Description description;
  private final Sections sections;
  private final RandomGenerator random;

  private SetRemote(Draft draft, Description description, RandomGenerator random) {
    this.draft = draft;
    this.description = description;
    this.sections = Sections.of(description);
    this.random = random;
  }

  static void apply(Draft draft, SdpType type, String sdp, RandomGenerator random)
      throws NegotiationException {
    if (type == SdpType.ROLLBACK) {
      Rollback.apply(draft);
      return;
    }
    boolean glare = type == SdpType.OFFER && draft.signaling == SignalingState.HAVE_LOCAL_OFFER;
    if (!glare) {
      requireState(draft, type);
    }
    SessionDescription session = parse(sdp);
    if (glare) {
      Rollback.apply(draft); // W3C WebRTC §4.4.2: the peer's offer wins over ours.
    }
    SetRemote set = new SetRemote(draft, new Description(type, session), random);
    if (type == SdpType.OFFER) {
      set.offer();
    } else {
      set.answer();
    }
  }

  private static void requireState(Draft draft, SdpType type) throws NegotiationException {
    boolean allowed =
        type == SdpType.OFFER
            ? draft.signaling == SignalingState.STABLE
                || draft.signaling == SignalingState.HAVE_REMOTE_OFFER
            : draft.signaling.hasLocalOffer();
    if (!allowed) {
      throw draft.wrongState("set a remote " + type.name().toLowerCase(Locale.ROOT));
    }
  }

  private static SessionDescription parse(String sdp) throws NegotiationException {
    try {
      return SessionDescription.parse(sdp);
    } catch (SdpParseException e) {
      throw new NegotiationException(e);
    }
  }

  private void answer() throws NegotiationException {
    Description offer = draft.descriptions.pendingLocal();
    if (offer == null) {
      throw draft.wrongState("set an answer");
    }
    RemoteRules.checkAnswer(sections, Sections.of(offer));
    trickling();
    Agreeing.byRemote(draft, description, offer);
  }

  private void offer() throws NegotiationException {
    RemoteRules.checkOffer(sections, draft);
    draft.leaveStable();
    draft.transports = OfferedTransports.of(draft, sections);
    draft.offered = draft.transports;
    RemoteRules.checkTransports(sections, draft);
    for (int i = 0; i < sections.count(); i++) {
      if (sections.isLiveRtp(i)) {
        associate(i);
      } else {
        reject(i);
      }
    }
    trickling();
    draft.createdAnswer = null;
    draft.descriptions = draft.descriptions.withPendingRemote(description);
    draft.signaling = SignalingState.HAVE_REMOTE_OFFER;
  }

  /** W3C WebRTC §4.4.1.5: the transceiver of a rejected section is stopped at once. */
  private void reject(int index) {
    Optional<Transceiver> transceiver = draft.transceivers.at(index);
    if (transceiver.isPresent()) {
      draft.transceivers =
          draft.transceivers.with(
              transceiver
                  .get()
                  .edit()
                  .stopped()
                  .remote(new RemoteMedia(Direction.INACTIVE, List.of(), null, List.of()))
                  .done());
    }
  }

  private void associate(int index) {
    String mid = draft.transports.places().get(index).mid();
    Optional<Transceiver> there = draft.transceivers.at(index);
    if (there.isPresent()
        && (!mid.equals(there.get().mid()) || there.get().kind() != sections.kind(index))) {
      // RFC 9429 §5.10: the place is recycled.
      recycle(there.get());
      there = Optional.empty();
    }
    List<Encoding> proposed = MediaSections.simulcastToSend(sections.media(index));
    Transceiver transceiver =
        there.or(() -> available(index)).orElseGet(() -> added(sections.kind(index)));
    TransceiverEdit edit =
        transceiver.edit().section(mid, index).remote(RemoteSide.of(draft, sections, index));
    if (!proposed.isEmpty() && Rollback.isRidless(transceiver.sender().encodings())) {
      edit.sender(transceiver.sender().withEncodings(proposed));
    }
    draft.transceivers = draft.transceivers.with(edit.done());
  }

  /** A stopped one that a rollback would not need leaves at once, lest offers pile them up. */
  private void recycle(Transceiver transceiver) {
    boolean needed = draft.stable != null && draft.stable.transceivers().has(transceiver.id());
    draft.transceivers =
        transceiver.stopped() && !needed
            ? draft.transceivers.without(transceiver.id())
            : draft.transceivers.with(transceiver.edit().noSection().done());
  }

  /** RFC 9429 §5.10: what addTrack made, and has no section yet, where the peer would receive. */
  private Optional<Transceiver> available(int index) {
    if (!sections.direction(index).receives()) {
      return Optional.empty();
    }
    return draft.transceivers.all().stream()
        .filter(each -> each.addedByAddTrack() && !each.isAssociated() && !each.stopping())
        .filter(each -> each.kind() == sections.kind(index))
        .findFirst();
  }

  private Transceiver added(MediaKind kind) {
    Transceiver.Init init =
        new Transceiver.Init(kind, Direction.RECVONLY, false, trackId(), List.of(), List.of());
    Transceiver transceiver =
        Transceiver.of(draft.nextTransceiver++, init, draft.config.capabilities().extensions(kind))
            .edit()
            .createdByRemote()
            .done();
    draft.transceivers = draft.transceivers.plus(transceiver);
    return transceiver;
  }

  private String trackId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private void trickling() {
    SessionDescription session = sections.session();
    draft.canTrickle =
        Stream.concat(
                session.attributes(IceOptionsAttribute.class).stream(),
                session.media().stream()
                    .flatMap(each -> each.attributes(IceOptionsAttribute.class).stream()))
            .anyMatch(options -> options.options().contains(IceOptionsAttribute.TRICKLE));
  }
}
