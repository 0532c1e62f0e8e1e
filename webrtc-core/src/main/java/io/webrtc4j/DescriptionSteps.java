package io.webrtc4j;

import io.webrtc4j.jsep.Description;
import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.RemoteMedia;
import io.webrtc4j.jsep.SdpType;
import io.webrtc4j.jsep.SignalingState;
import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "Set a session description" (W3C WebRTC §4.4.1.5). All methods in a step. */
final class DescriptionSteps {
  private final Connection connection;
  private final Transports transports;
  private final TransportStates states;
  private final NewChannels newChannels;
  private final RemoteTracks remoteTracks = new RemoteTracks();
  private final ConnectionListeners listeners;

  DescriptionSteps(
      Connection connection,
      Transports transports,
      TransportStates states,
      NewChannels newChannels,
      ConnectionListeners listeners) {
    this.connection = connection;
    this.transports = transports;
    this.states = states;
    this.newChannels = newChannels;
    this.listeners = listeners;
  }

  RTCSessionDescriptionInit createOffer(boolean iceRestart) throws NegotiationException {
    connection.jsep(connection.jsep().createOffer(iceRestart, connection.random));
    return created(RTCSdpType.OFFER);
  }

  RTCSessionDescriptionInit createAnswer() throws NegotiationException {
    connection.jsep(connection.jsep().createAnswer(connection.random));
    return created(RTCSdpType.ANSWER);
  }

  private RTCSessionDescriptionInit created(RTCSdpType type) {
    Description created = Objects.requireNonNull(connection.jsep().created());
    return new RTCSessionDescriptionInit(type, created.text());
  }

  /** Takes our own offer back if the peer's is to be set in its place (perfect negotiation). */
  void rollBackForOffer(RTCSdpType type, List<Runnable> told) throws NegotiationException {
    if (type == RTCSdpType.OFFER
        && connection.jsep().signaling() == SignalingState.HAVE_LOCAL_OFFER) {
      setLocal(RTCSdpType.ROLLBACK, null, told);
    }
  }

  void setLocal(@Nullable RTCSdpType type, @Nullable String sdp, List<Runnable> told)
      throws NegotiationException {
    JsepState before = connection.jsep();
    SdpType applied = type == null ? implicitType(before) : SdpType.valueOf(type.name());
    apply(before, before.setLocal(applied, sdp, connection.random), applied, false, told);
  }

  void setRemote(RTCSdpType type, String sdp, List<Runnable> told) throws NegotiationException {
    JsepState before = connection.jsep();
    SdpType applied = SdpType.valueOf(type.name());
    apply(before, before.setRemote(applied, sdp, connection.random), applied, true, told);
  }

  private static SdpType implicitType(JsepState state) {
    return switch (state.signaling()) {
      case STABLE, HAVE_LOCAL_OFFER, HAVE_REMOTE_PRANSWER -> SdpType.OFFER;
      default -> SdpType.ANSWER;
    };
  }

  private void apply(
      JsepState before, JsepState next, SdpType type, boolean remote, List<Runnable> told) {
    if (type == SdpType.OFFER && before.signaling() == SignalingState.STABLE) {
      keepStable();
    }
    connection.jsep(next);
    createObjects(next);
    transports.planned(next);
    RemoteTracks.Changes changes = new RemoteTracks.Changes();
    if (type == SdpType.ROLLBACK) {
      rollBack(before.signaling() == SignalingState.HAVE_REMOTE_OFFER, changes);
    } else if (remote) {
      describeRemotely(next, type, changes);
    } else {
      describeLocally(next, type, changes);
    }
    removeObjects(next, type == SdpType.ROLLBACK, changes);
    transports.describeData(next, type);
    newChannels.described(next, type);
    connection.visible.descriptions(next);
    if (next.signaling() == SignalingState.STABLE) {
      connection.transceivers.inOrder().forEach(each -> each.sender().settle());
      connection.negotiationNeeded().clear();
      connection.negotiationNeeded().update();
    }
    if (next.signaling() != before.signaling()) {
      told.add(() -> listeners.signalingStateChange.fire(new Event("signalingstatechange")));
    }
    changes.tell(told, listeners.track::fire);
    transports.apply(next);
    connection.queueTask(states::transportsChanged);
  }

  private void keepStable() {
    for (RTCRtpTransceiver transceiver : connection.transceivers.inOrder()) {
      transceiver.sender().keepStable();
      transceiver.receiver().keepStable();
    }
    transports.keepStable();
  }

  private void createObjects(JsepState next) {
    for (Transceiver facts : next.transceivers()) {
      if (!connection.transceivers.has(facts.id())) {
        connection.transceivers.add(facts, null, List.of());
      }
    }
  }

  private void describeLocally(JsepState next, SdpType type, RemoteTracks.Changes changes) {
    for (RTCRtpTransceiver transceiver : connection.transceivers.inOrder()) {
      Optional<Direction> direction = localDirection(next, transceiver.facts());
      if (transceiver.isStopped() || direction.isEmpty()) {
        continue;
      }
      describeTransport(next, transceiver);
      if (type != SdpType.OFFER) {
        agree(transceiver);
        remoteTracks.withdraw(transceiver, direction.get(), changes);
        transceiver.firedDirection(direction.get());
      }
    }
  }

  private static Optional<Direction> localDirection(JsepState state, Transceiver facts) {
    if (facts.mid() == null || state.descriptions().local() == null) {
      return Optional.empty();
    }
    List<MediaDescription> sections = state.descriptions().local().session().media();
    return facts.index() < sections.size()
        ? Optional.of(
            sections
                .get(facts.index())
                .attribute(DirectionAttribute.class)
                .map(DirectionAttribute::direction)
                .orElse(Direction.SENDRECV))
        : Optional.empty();
  }

  private void describeRemotely(JsepState next, SdpType type, RemoteTracks.Changes changes) {
    for (RTCRtpTransceiver transceiver : connection.transceivers.inOrder()) {
      RemoteMedia media = transceiver.facts().remote();
      if (media == null) {
        continue;
      }
      transceiver.sender().agree();
      Direction direction = transceiver.isStopped() ? Direction.INACTIVE : media.direction();
      remoteTracks.process(
          transceiver, direction, direction.receives() ? media.streamIds() : List.of(), changes);
      if (type != SdpType.OFFER) {
        agree(transceiver);
        describeTransport(next, transceiver);
      }
    }
  }

  private static void agree(RTCRtpTransceiver transceiver) {
    transceiver.sender().agree();
    transceiver.sender().parametersChanged();
  }

  private void describeTransport(JsepState next, RTCRtpTransceiver transceiver) {
    String mid = transceiver.facts().mid();
    RTCDtlsTransport transport =
        mid == null ? null : next.transportOf(mid).map(transports::of).orElse(null);
    transceiver.sender().transport(transport);
    transceiver.receiver().transport(transport);
  }

  private void rollBack(boolean peersOffer, RemoteTracks.Changes changes) {
    for (RTCRtpTransceiver transceiver : connection.transceivers.objects()) {
      transceiver.sender().rollBack();
      transceiver.receiver().rollBack();
      if (peersOffer) {
        remoteTracks.process(
            transceiver,
            transceiver.facts().currentDirection(),
            transceiver.receiver().stableStreams().stream().map(MediaStream::id).toList(),
            changes);
      }
    }
    transports.rollBack();
  }

  /** Those that are no longer in the state: rejected for good, or rolled back. */
  private void removeObjects(JsepState next, boolean rolledBack, RemoteTracks.Changes changes) {
    for (RTCRtpTransceiver transceiver : connection.transceivers.objects()) {
      Transceiver facts = transceiver.facts();
      if (!next.has(facts.id())) {
        end(transceiver, changes);
        if (rolledBack) {
          transceiver.disassociate();
        }
        connection.transceivers.remove(facts.id());
      } else if (facts.stopped()) {
        end(transceiver, changes);
      }
    }
  }

  /** A rejected section has neither direction nor streams. */
  private void end(RTCRtpTransceiver transceiver, RemoteTracks.Changes changes) {
    remoteTracks.process(transceiver, Direction.INACTIVE, List.of(), changes);
    transceiver.stopForGood();
  }
}
