package io.webrtc4j.session.jsep;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MidAttribute;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.session.jsep.NegotiationException.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a peer's description must fulfil before it is applied (RFC 9429 §5.8). */
final class RemoteRules {
  private RemoteRules() {}

  /**
   * Checks an offer against what was agreed before, if anything was.
   *
   * @param agreed the peer's description that was agreed last
   * @param transport what was agreed of the transport, which may be older
   */
  static void checkOffer(
      SessionDescription offer, @Nullable Description agreed, @Nullable Agreement transport)
      throws NegotiationException {
    checkMids(offer);
    Optional<RemoteEnd> end = RemoteEnd.of(offer);
    if (agreed != null) {
      checkSectionsStay(offer.media(), agreed.session().media());
    }
    if (end.isPresent() && transport != null) {
      SameTransport.check(end.get(), transport);
    }
  }

  /** Checks an answer against the offer that it answers. */
  static void checkAnswer(
      SessionDescription answer, SessionDescription offer, @Nullable Agreement transport)
      throws NegotiationException {
    checkMids(answer);
    List<MediaDescription> offered = offer.media();
    if (answer.media().size() != offered.size()) {
      throw invalidAccess(
          "the answer has "
              + answer.media().size()
              + " media sections, the offer "
              + offered.size());
    }
    for (int i = 0; i < offered.size(); i++) {
      if (!answer.media().get(i).media().equals(offered.get(i).media())) {
        throw invalidAccess(
            "media section "
                + i
                + " of the answer is "
                + answer.media().get(i).media()
                + ", the offer has "
                + offered.get(i).media()
                + " there");
      }
    }
    Optional<RemoteEnd> end = RemoteEnd.of(answer);
    Optional<Setup> setup = end.flatMap(RemoteEnd::setup);
    if (setup.isPresent() && setup.get() != Setup.ACTIVE && setup.get() != Setup.PASSIVE) {
      throw invalidAccess("an answer must say a=setup:active or a=setup:passive");
    }
    if (end.isPresent() && transport != null) {
      SameTransport.check(end.get(), transport);
    }
  }

  /** RFC 3264 §8: sections stay in their places; only rejected ones may become another medium's. */
  private static void checkSectionsStay(
      List<MediaDescription> offered, List<MediaDescription> agreed) throws NegotiationException {
    if (offered.size() < agreed.size()) {
      throw invalidAccess(
          "the offer has "
              + offered.size()
              + " media sections, there were "
              + agreed.size()
              + " already; rejected ones must stay");
    }
    for (int i = 0; i < agreed.size(); i++) {
      if (DataSection.isData(agreed.get(i))
          && !DataSection.isRejected(agreed.get(i))
          && !DataSection.isData(offered.get(i))) {
        throw invalidAccess(
            "media section "
                + i
                + " was agreed for data and cannot become "
                + offered.get(i).media());
      }
    }
  }

  private static void checkMids(SessionDescription session) throws NegotiationException {
    Set<String> mids = new HashSet<>();
    for (MediaDescription section : session.media()) {
      Optional<MidAttribute> mid = section.attribute(MidAttribute.class);
      if (mid.isPresent() && !mids.add(mid.get().mid())) {
        throw invalidAccess("two media sections have the mid " + mid.get().mid());
      }
    }
  }

  private static NegotiationException invalidAccess(String message) {
    return new NegotiationException(Kind.INVALID_ACCESS, message);
  }
}
