package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.MediaLimits;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RtcpMuxAttribute;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a peer's description must fulfil before it is applied (RFC 9429 §5.8.3). */
final class RemoteRules {
  /** Sections of one description. The largest conferences have some hundreds. */
  static final int MAX_SECTIONS = 512;

  /** Candidates of one section; a peer with more is not establishing a connection. */
  static final int MAX_CANDIDATES = 256;

  /** RFC 8285 §4.2: what fits into a header extension's short form; browsers take no more. */
  static final int MAX_MID_LENGTH = 16;

  private RemoteRules() {}

  /** Checks an offer, also against what was described before. */
  static void checkOffer(Sections offer, Draft draft) throws NegotiationException {
    checkAll(offer);
    // W3C WebRTC §4.4.1.5: back-to-back offers as if answers were applied in between.
    Description before = draft.descriptions.remote();
    if (before != null) {
      checkSectionsStay(offer, draft, before);
    }
  }

  /** Checks what an offer says of transports. */
  static void checkTransports(Sections offer, Draft draft) throws NegotiationException {
    Set<Integer> checked = new HashSet<>();
    for (int i = 0; i < offer.count(); i++) {
      Integer id = draft.transports.places().get(i).transport();
      if (id == null || !checked.add(id)) {
        continue;
      }
      int tagged = tagged(offer, i);
      RemoteEnd end = RemoteEnd.read(new TransportLines(offer, tagged));
      Optional<Transport.Agreed> agreed = draft.agreedTransports().find(id).map(Transport::agreed);
      if (agreed.isPresent()) {
        SameTransport.check(end, agreed.get());
      }
    }
    checkSamePort(offer, draft);
  }

  /** Checks an answer, also against the offer that it answers. */
  static void checkAnswer(Sections answer, Sections offer) throws NegotiationException {
    checkAll(answer);
    if (answer.count() != offer.count()) {
      throw invalid(
          "the answer has " + answer.count() + " media sections, the offer " + offer.count());
    }
    for (int i = 0; i < offer.count(); i++) {
      checkAnswered(i, answer, offer);
    }
    for (List<Integer> group : answer.bundles().groups()) {
      // RFC 9143 §7.4
      boolean offered =
          group.isEmpty()
              || offer
                  .bundles()
                  .groupOf(group.get(0))
                  .filter(of -> of.containsAll(group))
                  .isPresent();
      if (!offered) {
        throw invalid("the answer bundles what the offer does not");
      }
    }
  }

  private static void checkAnswered(int index, Sections answer, Sections offer)
      throws NegotiationException {
    MediaDescription answered = answer.get(index);
    MediaDescription offered = offer.get(index);
    if (!answered.media().equals(offered.media())) {
      throw invalid(
          "media section "
              + index
              + " of the answer is "
              + answered.media()
              + ", the offer has "
              + offered.media()
              + " there");
    }
    Optional<String> mid = Sections.mid(answered);
    if (mid.isPresent() && !mid.equals(Sections.mid(offered))) {
      throw invalid("media section " + index + " of the answer has another a=mid than the offer");
    }
    if (offer.isLive(index) && !Sections.isRejected(answered) && !answer.isLive(index)) {
      throw invalid(
          "media section "
              + index
              + " of the answer has the protocol "
              + answered.protocol()
              + " or formats that were not offered");
    }
    Optional<Setup> setup =
        answered
            .attribute(SetupAttribute.class)
            .or(() -> answer.session().attribute(SetupAttribute.class))
            .map(SetupAttribute::setup);
    if (!Sections.isRejected(answered)
        && setup.isPresent()
        && setup.get() != Setup.ACTIVE
        && setup.get() != Setup.PASSIVE) {
      throw invalid("an answer must say a=setup:active or a=setup:passive");
    }
  }

  private static void checkAll(Sections sections) throws NegotiationException {
    if (sections.count() > MAX_SECTIONS) {
      throw new NegotiationException(
          Kind.OPERATION,
          "the description has "
              + sections.count()
              + " media sections, at most "
              + MAX_SECTIONS
              + " are taken");
    }
    // Each section inherits those of the session.
    if (sections.session().attributes(ExtmapAttribute.class).size() > MediaLimits.MAX_EXTENSIONS) {
      throw new NegotiationException(
          Kind.OPERATION,
          "the session has more than " + MediaLimits.MAX_EXTENSIONS + " extmap lines");
    }
    checkMids(sections);
    checkBundles(sections);
    checkData(sections);
    for (int i = 0; i < sections.count(); i++) {
      if (sections.get(i).attributes(CandidateAttribute.class).size() > MAX_CANDIDATES) {
        throw new NegotiationException(
            Kind.OPERATION,
            "media section " + i + " has more than " + MAX_CANDIDATES + " candidates");
      }
      if (sections.isLiveRtp(i)) {
        MediaSections.check(sections.media(i));
        checkRtcpMux(sections, i);
      }
    }
    checkNumbers(sections);
  }

  private static void checkNumbers(Sections sections) throws NegotiationException {
    for (List<Integer> group : sections.bundles().groups()) {
      List<MediaDescription> media = new ArrayList<>();
      group.stream().filter(sections::isLiveRtp).map(sections::media).forEach(media::add);
      MediaSections.checkBundle(media);
    }
  }

  /** RFC 9429 §5.8.3, W3C WebRTC §4.4.1.5: the policy is to require it. */
  private static void checkRtcpMux(Sections sections, int index) throws NegotiationException {
    if (new TransportLines(sections, index).attribute(RtcpMuxAttribute.class).isEmpty()) {
      throw invalid("media section " + index + " has no a=rtcp-mux, which is required");
    }
  }

  private static void checkMids(Sections sections) throws NegotiationException {
    Set<String> mids = new HashSet<>();
    for (int i = 0; i < sections.count(); i++) {
      Optional<String> mid = sections.mid(i);
      if (mid.isEmpty()) {
        continue;
      }
      if (mid.get().length() > MAX_MID_LENGTH) {
        throw invalid(
            "the a=mid of media section " + i + " has more than " + MAX_MID_LENGTH + " characters");
      }
      if (!mids.add(mid.get())) {
        throw invalid("two media sections have the mid " + mid.get());
      }
    }
  }

  private static void checkBundles(Sections sections) throws NegotiationException {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < sections.count(); i++) {
      sections.mid(i).ifPresent(known::add);
    }
    Set<String> bundled = new HashSet<>();
    for (GroupAttribute group : sections.session().attributes(GroupAttribute.class)) {
      for (String mid : group.isBundle() ? group.mids() : List.<String>of()) {
        if (!known.contains(mid)) {
          throw invalid("a bundle has the mid " + mid + ", which no media section has");
        }
        if (!bundled.add(mid)) {
          throw invalid("the mid " + mid + " is in bundles twice");
        }
      }
    }
  }

  /** RFC 3264 §8: sections stay in their places; only rejected ones may become another's. */
  private static void checkSectionsStay(Sections offer, Draft draft, Description before)
      throws NegotiationException {
    Sections old = Sections.of(before);
    Description local = draft.descriptions.local();
    if (offer.count() < old.count()) {
      throw invalid(
          "the offer has "
              + offer.count()
              + " media sections, there were "
              + old.count()
              + " already; rejected ones must stay");
    }
    for (int i = 0; i < old.count(); i++) {
      if (Sections.isRejected(old.get(i)) || isRejected(local, i)) {
        continue;
      }
      if (!offer.get(i).media().equals(old.get(i).media())) {
        throw invalid(
            "media section "
                + i
                + " is for "
                + old.get(i).media()
                + " and cannot become "
                + offer.get(i).media());
      }
      Optional<String> mid = offer.mid(i);
      if (mid.isPresent() && !mid.get().equals(draft.transports.places().get(i).mid())) {
        throw invalid("media section " + i + " has another a=mid than before");
      }
    }
  }

  private static boolean isRejected(@Nullable Description description, int index) {
    return description != null
        && index < description.session().media().size()
        && Sections.isRejected(description.session().media().get(index));
  }

  /** RFC 8841 §10.5: port 0 ends the association and keeps DTLS, which no browser does. */
  private static void checkData(Sections sections) throws NegotiationException {
    if (sections.data().isPresent()
        && DataSection.port(sections.get(sections.data().getAsInt())) == 0) {
      throw new NegotiationException(
          Kind.OPERATION,
          "media section "
              + sections.data().getAsInt()
              + " has a=sctp-port:0, which ends the association and keeps its transport; that"
              + " cannot be done: reject the section with port 0, or close");
    }
  }

  private static void checkSamePort(Sections offer, Draft draft) throws NegotiationException {
    if (offer.data().isPresent()) {
      int index = offer.data().getAsInt();
      Integer id = draft.transports.places().get(index).transport();
      Optional<Transport.Agreed> agreed =
          id == null ? Optional.empty() : draft.agreedTransports().find(id).map(Transport::agreed);
      if (agreed.isPresent()) {
        SameTransport.checkPort(DataSection.port(offer.get(index)), agreed.get());
      }
    }
  }

  /** The section that stands for the transport of the one at {@code index}. */
  private static int tagged(Sections offer, int index) {
    return offer.bundles().groupOf(index).orElse(List.of(index)).stream()
        .filter(offer::isLive)
        .findFirst()
        .orElse(index);
  }

  private static NegotiationException invalid(String message) {
    return new NegotiationException(Kind.INVALID_ACCESS, message);
  }
}
