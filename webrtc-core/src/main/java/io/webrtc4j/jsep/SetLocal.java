package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Applies our descriptions (RFC 9429 §5.5, §5.9; W3C WebRTC §4.4.2, setLocalDescription). */
final class SetLocal {
  private SetLocal() {}

  static void apply(
      Draft draft, @Nullable SdpType type, @Nullable String sdp, RandomGenerator random)
      throws NegotiationException {
    SdpType applied = type == null ? implicitType(draft) : type;
    String text = sdp == null ? "" : sdp;
    switch (applied) {
      case ROLLBACK -> Rollback.apply(draft);
      case OFFER -> offer(draft, text, random);
      case ANSWER, PRANSWER -> answer(draft, applied, text, random);
      default -> throw new IllegalArgumentException(applied.name());
    }
  }

  private static SdpType implicitType(Draft draft) {
    return draft.signaling.hasRemoteOffer() ? SdpType.ANSWER : SdpType.OFFER;
  }

  private static void offer(Draft draft, String text, RandomGenerator random)
      throws NegotiationException {
    CreatedOffer created = draft.createdOffer;
    requireCreated(text, created == null ? null : created.text(), "createOffer");
    if (draft.signaling != SignalingState.STABLE
        && draft.signaling != SignalingState.HAVE_LOCAL_OFFER) {
      throw draft.wrongState("set a local offer");
    }
    if (text.isEmpty() && (created == null || !created.basis().equals(Basis.of(draft)))) {
      OfferBuilder.create(draft, false, random);
    }
    apply(draft, Objects.requireNonNull(draft.createdOffer));
  }

  private static void answer(Draft draft, SdpType type, String text, RandomGenerator random)
      throws NegotiationException {
    CreatedAnswer created = draft.createdAnswer;
    requireCreated(text, created == null ? null : created.text(), "createAnswer");
    Description offer = draft.descriptions.pendingRemote();
    if (!draft.signaling.hasRemoteOffer() || offer == null) {
      throw draft.wrongState("set a local " + type.name().toLowerCase(Locale.ROOT));
    }
    if (text.isEmpty() && (created == null || !created.basis().equals(Basis.of(draft)))) {
      AnswerBuilder.create(draft, random);
    }
    CreatedAnswer answer = Objects.requireNonNull(draft.createdAnswer);
    draft.numbers = answer.numbers();
    Description applied =
        new Description(
            type, draft.candidates.addTo(answer.description().session(), draft.transports));
    Agreeing.byLocal(draft, applied, offer, answer.credentials());
  }

  /** A text of another's is refused before the state is looked at (W3C WebRTC §4.4.2). */
  private static void requireCreated(String text, @Nullable String created, String by)
      throws NegotiationException {
    if (!text.isEmpty() && !text.equals(created)) {
      throw new NegotiationException(
          Kind.INVALID_MODIFICATION,
          "the description is not the last one of " + by + "; set that unchanged, or pass none");
    }
  }

  private static void apply(Draft draft, CreatedOffer created) {
    draft.leaveStable();
    draft.numbers = created.numbers();
    draft.nextMid = created.nextMid();
    List<PlannedSection> plan = created.plan();
    for (int i = 0; i < plan.size(); i++) {
      if (plan.get(i) instanceof PlannedSection.Media media) {
        associate(draft, media, i);
      }
    }
    draft.transports = transports(draft, created);
    draft.offered = draft.transports;
    Description offer = created.description();
    draft.descriptions =
        draft.descriptions.withPendingLocal(
            offer.with(draft.candidates.addTo(offer.session(), draft.transports)));
    draft.signaling = SignalingState.HAVE_LOCAL_OFFER;
  }

  private static void associate(Draft draft, PlannedSection.Media media, int index) {
    draft.transceivers =
        draft.transceivers.each(
            each -> {
              if (each.id() == media.transceiver()) {
                return each.edit().section(media.mid(), index).done();
              }
              // RFC 9429 §5.2.2: the place was recycled.
              return each.index() == index ? each.edit().noSection().done() : each;
            });
  }

  /** What was agreed on goes on until the answer; what the offer brings is added. */
  private static Transports transports(Draft draft, CreatedOffer created) {
    Transports agreed = draft.agreedTransports();
    Map<Integer, Integer> ids = new HashMap<>();
    List<Transport> all = new ArrayList<>();
    for (Transport each : agreed.all()) {
      IceCredentials local = created.transports().credentials().get(each.id());
      all.add(local == null ? each : each.withLocal(local));
      ids.put(each.id(), each.id());
    }
    List<Transports.Place> places = new ArrayList<>();
    for (int i = 0; i < created.plan().size(); i++) {
      String mid = created.plan().get(i).mid();
      Integer reference = created.transports().references().get(i);
      if (reference != null && !ids.containsKey(reference)) {
        int id =
            reference >= 0 && draft.transports.find(reference).isPresent()
                ? reference
                : draft.nextTransport++;
        ids.put(reference, id);
        IceCredentials local =
            Objects.requireNonNull(created.transports().credentials().get(reference));
        all.add(new Transport(id, local, agreed.controlling().orElse(true), false, null));
      }
      // A section that we reject goes on until the peer knows.
      Integer id = reference == null ? agreed.idAt(i, mid).orElse(null) : ids.get(reference);
      places.add(new Transports.Place(mid, id));
    }
    return new Transports(all, places);
  }
}
