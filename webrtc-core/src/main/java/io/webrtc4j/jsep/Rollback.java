package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.NegotiationException;
import java.util.List;
import java.util.Optional;

/** Takes an unanswered offer back (RFC 9429 §5.7; W3C WebRTC §4.4.1.5). */
final class Rollback {
  private Rollback() {}

  static void apply(Draft draft) throws NegotiationException {
    Stable stable = draft.stable;
    boolean possible =
        draft.signaling == SignalingState.HAVE_LOCAL_OFFER
            || draft.signaling == SignalingState.HAVE_REMOTE_OFFER;
    if (!possible || stable == null) {
      throw draft.wrongState("roll back");
    }
    draft.transceivers =
        new TransceiverList(
            draft.transceivers.all().stream()
                .flatMap(each -> rolledBack(each, stable.transceivers().find(each.id())).stream())
                .toList());
    draft.transports = stable.transports();
    draft.offered = Transports.NONE;
    draft.numbers = stable.numbers();
    draft.nextMid = stable.nextMid();
    draft.canTrickle = stable.canTrickle();
    draft.descriptions = draft.descriptions.rolledBack();
    draft.signaling = SignalingState.STABLE;
    draft.stable = null;
    if (draft.createdAnswer != null) {
      draft.createdAnswer = null;
      draft.created = null;
    }
  }

  /** The transceiver without what the offer did to it; none if the offer made it. */
  private static Optional<Transceiver> rolledBack(Transceiver now, Optional<Transceiver> before) {
    if (before.isEmpty()) {
      return now.createdByRemote() && !now.addedByAddTrack()
          ? Optional.empty()
          : Optional.of(
              now.edit().noSection().currentDirection(null).negotiated(null).remote(null).done());
    }
    Transceiver old = before.get();
    return Optional.of(
        now.edit()
            .section(old.mid(), old.index())
            .currentDirection(now.stopped() ? null : old.currentDirection())
            .negotiated(old.negotiated())
            .remote(old.remote())
            .sender(withoutProposedEncodings(now.sender(), old.sender()))
            .done());
  }

  /** {@code [[LastStableRidlessSendEncodings]]}. */
  private static Sender withoutProposedEncodings(Sender now, Sender old) {
    boolean proposed = now.encodings().stream().anyMatch(each -> each.rid() != null);
    return isRidless(old.encodings()) && proposed ? now.withEncodings(old.encodings()) : now;
  }

  static boolean isRidless(List<Encoding> encodings) {
    return encodings.size() == 1 && encodings.get(0).rid() == null;
  }
}
