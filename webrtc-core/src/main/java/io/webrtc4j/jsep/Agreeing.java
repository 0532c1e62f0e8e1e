package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.Encoding;
import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.jsep.media.MediaSections;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.SimulcastAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies an answer, provisional or final, to its offer (RFC 9429 §5.11; W3C WebRTC §4.4.1.5). */
final class Agreeing {
  private final Draft draft;
  private final Description answer;
  private final Description local;
  private final Description remote;
  private final Round round;

  private Agreeing(Draft draft, Description answer, Description local, Description remote) {
    this.draft = draft;
    this.answer = answer;
    this.local = local;
    this.remote = remote;
    this.round = Round.of(local, remote);
  }

  static void byLocal(
      Draft draft, Description answer, Description offer, Map<Integer, IceCredentials> credentials)
      throws NegotiationException {
    new Agreeing(draft, answer, answer, offer).agree(credentials);
  }

  static void byRemote(Draft draft, Description answer, Description offer)
      throws NegotiationException {
    new Agreeing(draft, answer, offer, answer).agree(new HashMap<>());
  }

  private boolean isRemote() {
    return round.offeredHere();
  }

  private boolean isFinal() {
    return answer.type() == SdpType.ANSWER;
  }

  private void agree(Map<Integer, IceCredentials> credentials) throws NegotiationException {
    draft.transports = AgreedTransports.of(draft, round, credentials, !isFinal());
    for (Transceiver each : draft.transceivers.all()) {
      draft.transceivers = draft.transceivers.with(agreed(each));
    }
    if (isRemote()) {
      for (int i = 0; i < round.count(); i++) {
        if (round.isRtp(i)) {
          draft.numbers = draft.numbers.learn(round.remoteMedia(i));
        }
      }
    }
    if (isFinal()) {
      complete();
    } else if (isRemote()) {
      draft.descriptions = draft.descriptions.withPendingRemote(answer);
      draft.signaling = SignalingState.HAVE_REMOTE_PRANSWER;
    } else {
      draft.descriptions = draft.descriptions.withPendingLocal(answer);
      draft.signaling = SignalingState.HAVE_LOCAL_PRANSWER;
    }
  }

  private Transceiver agreed(Transceiver transceiver) throws NegotiationException {
    int index = transceiver.index();
    if (index < 0 || transceiver.stopped()) {
      return transceiver;
    }
    if (!round.isRtp(index)) {
      return rejected(transceiver);
    }
    Direction direction = direction(index);
    MediaParameters negotiated =
        MediaSections.negotiated(
            round.localMedia(index), round.remoteMedia(index), round.offeredHere());
    if (negotiated.send().isEmpty() && negotiated.receive().isEmpty()) {
      throw new NegotiationException(
          Kind.INVALID_ACCESS,
          "media section " + index + " of the answer has no codec of the offer (RFC 3264 §6.1)");
    }
    TransceiverEdit edit = transceiver.edit().currentDirection(direction).negotiated(negotiated);
    if (isRemote()) {
      edit.remote(RemoteSide.of(draft, round.remote(), index));
    }
    if (proposesSimulcast(index)) {
      edit.sender(pruned(transceiver.sender(), negotiated));
    }
    return edit.done();
  }

  /** An answer that rejects a section stops its transceiver (RFC 9429 §4.2.2). */
  private Transceiver rejected(Transceiver transceiver) {
    if (!isRemote() && !isFinal()) {
      return transceiver.edit().currentDirection(Direction.INACTIVE).done();
    }
    TransceiverEdit edit = transceiver.edit().stopped();
    return isRemote()
        ? edit.remote(new RemoteMedia(Direction.INACTIVE, List.of(), null, List.of())).done()
        : edit.done();
  }

  /** The answer's direction as seen from us, and never more than was offered. */
  private Direction direction(int index) {
    return round.local().direction(index).intersection(round.remote().direction(index).reversed());
  }

  private boolean proposesSimulcast(int index) {
    return round.local().direction(index).sends()
        && (round.local().get(index).has(SimulcastAttribute.class) || !round.offeredHere());
  }

  /** W3C WebRTC §4.4.1.5: what the peer does not take of the versions is given up. */
  private static Sender pruned(Sender sender, MediaParameters negotiated) {
    if (sender.encodings().size() < 2) {
      return sender;
    }
    Set<String> taken =
        negotiated.sendEncodings().stream()
            .map(Encoding::rid)
            .filter(rid -> rid != null)
            .collect(Collectors.toSet());
    List<Encoding> kept =
        sender.encodings().stream()
            .filter(each -> each.rid() != null && taken.contains(each.rid()))
            .toList();
    return sender.withEncodings(kept.isEmpty() ? sender.encodings().subList(0, 1) : kept);
  }

  private void complete() {
    draft.descriptions = Descriptions.agreed(local, remote);
    draft.signaling = SignalingState.STABLE;
    draft.stable = null;
    draft.createdOffer = null;
    draft.createdAnswer = null;
    draft.created = null;
    draft.candidates = draft.candidates.only(draft.transports);
    forgetReplaced();
    if (round.offeredHere()
        && round.local().data().isPresent()
        && !round.isData(round.local().data().getAsInt())) {
      draft.dataWanted = false; // The peer has refused; offering it again and again is no use.
    }
    draft.transceivers =
        new TransceiverList(
            draft.transceivers.all().stream().filter(each -> !isGone(each)).toList());
  }

  /** W3C WebRTC §4.4.1.5: the restart that was asked for is done once nothing old is left. */
  private void forgetReplaced() {
    boolean left =
        draft.transports.all().stream().map(Transport::local).anyMatch(draft.toReplace::contains);
    if (!left) {
      draft.toReplace = Set.of();
    }
  }

  /**
   * Stopped ones leave, also if another has their place by now. One that was stopped before it had
   * a section has nothing to wait for once an offer without it was answered, though the W3C would
   * keep it for ever.
   */
  private boolean isGone(Transceiver transceiver) {
    if (!transceiver.isAssociated()) {
      return transceiver.stopped() || (transceiver.stopping() && round.offeredHere());
    }
    return transceiver.stopped()
        && (Sections.isRejected(round.local().get(transceiver.index()))
            || Sections.isRejected(round.remote().get(transceiver.index())));
  }
}
