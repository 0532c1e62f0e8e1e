package io.webrtc4j.jsep;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.BuiltMedia;
import io.webrtc4j.jsep.media.MediaNumbers;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.IcePwdAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Creates answers (RFC 9429 §5.3).
 *
 * <p>RFC 9143 §7.3.1 lets the answerer pass over rejected sections when it selects the tagged one
 * of a bundle, so a bundle goes on without them.
 */
final class AnswerBuilder {
  private final Draft draft;
  private final RandomGenerator random;
  private final SectionWriter writer;
  private final Sections offer;
  private final Map<Integer, IceCredentials> credentials = new HashMap<>();
  private MediaNumbers numbers;

  private AnswerBuilder(Draft draft, Sections offer, RandomGenerator random) {
    this.draft = draft;
    this.random = random;
    this.writer = new SectionWriter(draft.config);
    this.offer = offer;
    this.numbers = draft.numbers;
  }

  /** Creates an answer in {@code draft}. */
  static void create(Draft draft, RandomGenerator random) throws NegotiationException {
    Description offer = draft.descriptions.pendingRemote();
    if (!draft.signaling.hasRemoteOffer() || offer == null) {
      throw draft.wrongState("create an answer");
    }
    OurMedia.giveSources(draft, random);
    new AnswerBuilder(draft, Sections.of(offer), random).create();
  }

  private void create() {
    List<MediaDescription> media = new ArrayList<>();
    for (int i = 0; i < offer.count(); i++) {
      media.add(accepted(i).orElse(SectionWriter.rejected(offer.get(i), offer.mid(i))));
    }
    List<List<String>> bundles = new ArrayList<>();
    for (List<Integer> group : offer.bundles().groups()) {
      List<String> mids =
          group.stream()
              .filter(index -> !Sections.isRejected(media.get(index)))
              .map(index -> offer.mid(index).orElseThrow())
              .toList();
      if (!mids.isEmpty()) {
        bundles.add(mids);
      }
    }
    Description answer =
        new Description(
            SdpType.ANSWER,
            SessionDescription.of(
                draft.nextOrigin(), SectionWriter.sessionAttributes(bundles), media));
    draft.created = answer.with(draft.candidates.addTo(answer.session(), draft.transports));
    draft.createdAnswer =
        new CreatedAnswer(
            answer, draft.created.text(), Map.copyOf(credentials), numbers, Basis.of(draft));
  }

  private Optional<MediaDescription> accepted(int index) {
    // Not the places of now: what a provisional answer rejected can still be accepted.
    Integer transport = draft.offered.places().get(index).transport();
    if (transport == null || !offer.isLive(index) || !isAllowedByPolicy(index)) {
      return Optional.empty();
    }
    if (offer.isLiveData(index)) {
      return Optional.of(writer.data(offer.get(index).protocol(), ends(index, transport)));
    }
    return draft
        .transceivers
        .at(index)
        .filter(each -> !each.stopped())
        .flatMap(each -> rtp(index, each, transport));
  }

  private Optional<MediaDescription> rtp(int index, Transceiver transceiver, int transport) {
    MediaDescription offered = offer.media(index);
    Optional<BuiltMedia> built =
        MediaSections.answer(
            OurMedia.of(draft, transceiver, previous(transceiver)), offered, numbers);
    if (built.isEmpty()) {
      return Optional.empty();
    }
    numbers = built.get().numbers();
    Direction direction = offer.direction(index).reversed().intersection(transceiver.direction());
    return Optional.of(
        writer.rtp(
            offered.media(), offered.protocol(), ends(index, transport), direction, built.get()));
  }

  private @Nullable MediaDescription previous(Transceiver transceiver) {
    Description local = draft.descriptions.currentLocal();
    if (local == null || transceiver.index() >= local.session().media().size()) {
      return null;
    }
    MediaDescription section = local.session().media().get(transceiver.index());
    return Sections.mid(section).equals(Optional.ofNullable(transceiver.mid())) ? section : null;
  }

  /** RFC 9429 §5.3.1: which sections without a bundle the policy wants. */
  private boolean isAllowedByPolicy(int index) {
    BundlePolicy policy = draft.config.bundlePolicy();
    if (policy == BundlePolicy.MAX_COMPAT) {
      return true;
    }
    int first = index;
    for (int i = index - 1; i >= 0; i--) {
      boolean counts =
          policy == BundlePolicy.MAX_BUNDLE
              || offer.get(i).media().equals(offer.get(index).media());
      if (counts && offer.isLive(i)) {
        first = i;
      }
    }
    return first == index
        || offer
            .bundles()
            .groupOf(index)
            .filter(offer.bundles().groupOf(first).orElse(List.of())::equals)
            .isPresent();
  }

  private SectionWriter.Ends ends(int index, int transport) {
    TransportLines lines = new TransportLines(offer, index);
    return new SectionWriter.Ends(
        offer.mid(index),
        credentials.computeIfAbsent(transport, id -> credentials(id, lines)),
        setup(lines, transport),
        false);
  }

  /** Ours stay, unless the peer's have changed (RFC 9429 §5.3.2). */
  private IceCredentials credentials(int transport, TransportLines lines) {
    Optional<Transport> known = draft.transports.find(transport);
    Optional<Transport> before = before(transport);
    Transport.Agreed agreed = before.map(Transport::agreed).orElse(null);
    boolean restarts = agreed != null && restarts(agreed.remote().credentials(), lines);
    boolean isAnswered = draft.signaling == SignalingState.HAVE_LOCAL_PRANSWER;
    return known
        .or(() -> before)
        .filter(any -> !restarts || isAnswered)
        .map(Transport::local)
        .orElseGet(() -> IceCredentials.generate(random));
  }

  /** The transport as it was agreed on, or the one that it replaces. */
  private Optional<Transport> before(int transport) {
    Transports agreed = draft.agreedTransports();
    List<Transports.Place> places = draft.offered.places();
    return agreed
        .find(transport)
        .or(
            () ->
                IntStream.range(0, places.size())
                    .filter(i -> Objects.equals(places.get(i).transport(), transport))
                    .mapToObj(i -> agreed.idAt(i, places.get(i).mid()).flatMap(agreed::find))
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private static boolean restarts(IceCredentials before, TransportLines lines) {
    return !lines
            .attribute(IceUfragAttribute.class)
            .map(IceUfragAttribute::ufrag)
            .equals(Optional.of(before.ufrag()))
        || !lines
            .attribute(IcePwdAttribute.class)
            .map(IcePwdAttribute::password)
            .equals(Optional.of(before.pwd()));
  }

  /** RFC 8842 §5.3: where we may choose, active, which spares a round trip. */
  private Setup setup(TransportLines lines, int transport) {
    Setup offered =
        lines.attribute(SetupAttribute.class).map(SetupAttribute::setup).orElse(Setup.ACTPASS);
    return switch (offered) {
      case ACTIVE -> Setup.PASSIVE;
      case PASSIVE -> Setup.ACTIVE;
      default -> role(transport) == DtlsRole.SERVER ? Setup.PASSIVE : Setup.ACTIVE;
    };
  }

  /** The DTLS role that we have already, which stays. */
  private @Nullable DtlsRole role(int transport) {
    return draft
        .transports
        .find(transport)
        .or(() -> before(transport))
        .map(Transport::agreed)
        .map(Transport.Agreed::dtlsRole)
        .orElse(null);
  }
}
