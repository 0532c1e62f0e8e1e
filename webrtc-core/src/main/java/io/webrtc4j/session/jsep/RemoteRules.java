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

  /** Checks an offer against the peer's description that was agreed before, if there is one. */
  static void checkOffer(SessionDescription offer, @Nullable Description agreed)
      throws NegotiationException {
    checkMids(offer);
    Optional<RemoteEnd> end = RemoteEnd.of(offer);
    if (agreed == null) {
      return;
    }
    if (offer.media().size() < agreed.session().media().size()) {
      throw invalidAccess(
          "the offer has "
              + offer.media().size()
              + " media sections, there were "
              + agreed.session().media().size()
              + " already; rejected ones must stay");
    }
    checkNoRestart(end, RemoteEnd.of(agreed.session()));
  }

  /** Checks an answer against the offer that it answers. */
  static void checkAnswer(
      SessionDescription answer, SessionDescription offer, @Nullable Description agreed)
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
    if (end.isPresent()
        && end.get().setup() != Setup.ACTIVE
        && end.get().setup() != Setup.PASSIVE) {
      throw invalidAccess("an answer must say a=setup:active or a=setup:passive");
    }
    if (agreed != null) {
      checkNoRestart(end, RemoteEnd.of(agreed.session()));
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

  /** An ICE restart (RFC 9429 §5.8) cannot be answered yet; better said than broken. */
  private static void checkNoRestart(Optional<RemoteEnd> now, Optional<RemoteEnd> before)
      throws NegotiationException {
    if (now.isPresent()
        && before.isPresent()
        && !now.get().credentials().equals(before.get().credentials())) {
      throw new NegotiationException(
          Kind.OPERATION,
          "the peer restarts ICE (a=ice-ufrag changed), which this version cannot do yet: make a"
              + " new connection");
    }
  }

  private static NegotiationException invalidAccess(String message) {
    return new NegotiationException(Kind.INVALID_ACCESS, message);
  }
}
