package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.MediaStreamTrackState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCSignalingState;
import io.webrtc4j.RTCTrackEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rollback gives back, explicit or implied by the peer's offer (§4.4.1.5). */
class RollbackTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  @Test
  void ourOfferIsTakenBack() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    assertThat(transceiver.mid()).isNotNull();
    List<String> events = Peers.events(a);
    peers.await(a.setLocalDescription(Peers.rollback()));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(a.localDescription()).isNull();
    assertThat(a.pendingLocalDescription()).isNull();
    assertThat(events).startsWith("signalingstatechange");
    assertThat(transceiver.mid()).isNull();
    assertThat(transceiver.sender().transport()).isNull();
    assertThat(transceiver.receiver().transport()).isNull();
    assertThat(a.getTransceivers()).containsExactly(transceiver);
    assertThat(transceiver.currentDirection()).isNull();
  }

  @Test
  void thePeersOfferIsTakenBackWithTheTransceiversThatItMade() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    List<RTCTrackEvent> tracks = Peers.trackEvents(b);
    peers.offer(a, b);
    RTCRtpTransceiver made = b.getTransceivers().get(0);
    MediaStream stream = tracks.get(0).streams().get(0);
    List<String> ended = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    made.receiver().track().onEnded(event -> ended.add(event.type()));
    stream.onRemoveTrack(event -> removed.add(event.track().id()));

    peers.await(b.setRemoteDescription(Peers.rollback()));
    peers.settle();
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(b.remoteDescription()).isNull();
    assertThat(b.getTransceivers()).isEmpty();
    assertThat(b.getReceivers()).isEmpty();
    assertThat(made.mid()).isNull();
    assertThat(made.direction()).isEqualTo(RTCRtpTransceiverDirection.STOPPED);
    assertThat(made.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.STOPPED);
    assertThat(made.receiver().track().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    assertThat(ended).containsExactly("ended");
    assertThat(stream.getTracks()).isEmpty();
    assertThat(removed).containsExactly(made.receiver().track().id());
  }

  @Test
  void aTransceiverThatAddTrackTookStaysAfterTheRollback() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCRtpTransceiver made = b.getTransceivers().get(0);
    MediaStreamTrack track = MediaStreamTrack.audio();
    assertThat(b.addTrack(track)).isSameAs(made.sender());
    peers.await(b.setRemoteDescription(Peers.rollback()));
    assertThat(b.getTransceivers()).containsExactly(made);
    assertThat(made.mid()).isNull();
    assertThat(made.sender().track()).isSameAs(track);
    assertThat(made.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    assertThat(made.receiver().track().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    peers.negotiate(b, a);
    assertThat(made.mid()).isNotNull();
  }

  @Test
  void aTransceiverWhoseTrackWasTakenAwayAgainStaysToo() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    b.removeTrack(b.addTrack(MediaStreamTrack.audio()));
    peers.await(b.setRemoteDescription(Peers.rollback()));
    assertThat(b.getTransceivers()).hasSize(1);
  }

  @Test
  void eitherMethodTakesBackEitherOffer() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    RTCSessionDescriptionInit offer = Peers.local(a);
    peers.await(a.setRemoteDescription(Peers.rollback()));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    peers.await(b.setRemoteDescription(offer));
    peers.await(b.setLocalDescription(Peers.rollback()));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(b.getTransceivers()).isEmpty();
  }

  @Test
  void theTextOfARollbackDoesNotMatter() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    peers.await(
        a.setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, "nonsense")));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
  }

  @Test
  void thereIsNothingToTakeBackInStableOrAfterAnAnswer() {
    assertThat(peers.refused(a.setLocalDescription(Peers.rollback())))
        .isEqualTo("InvalidStateError");
    assertThat(peers.refused(a.setRemoteDescription(Peers.rollback())))
        .isEqualTo("InvalidStateError");
    a.addTransceiver("audio");
    peers.negotiate();
    assertThat(peers.refused(a.setLocalDescription(Peers.rollback())))
        .isEqualTo("InvalidStateError");
    assertThat(peers.refused(b.setRemoteDescription(Peers.rollback())))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void aProvisionalAnswerCannotBeTakenBack() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescriptionInit provisional =
        Peers.as(RTCSdpType.PRANSWER, peers.await(b.createAnswer()));
    peers.await(b.setLocalDescription(provisional));
    peers.await(a.setRemoteDescription(provisional));
    assertThat(peers.refused(b.setRemoteDescription(Peers.rollback())))
        .isEqualTo("InvalidStateError");
    assertThat(peers.refused(a.setLocalDescription(Peers.rollback())))
        .isEqualTo("InvalidStateError");
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_PRANSWER);
  }

  @Test
  void thePeersOfferTakesOursBackByItself() {
    a.addTransceiver("audio");
    RTCRtpTransceiver own = b.addTransceiver("video");
    peers.await(a.setLocalDescription());
    peers.await(b.setLocalDescription());
    peers.await(b.setRemoteDescription(Peers.local(a)));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
    assertThat(b.pendingLocalDescription()).isNull();
    assertThat(own.mid()).isNull();
    peers.answer(b, a);
    peers.negotiate(b, a);
    assertThat(own.mid()).isNotNull();
    assertThat(a.getTransceivers()).hasSize(2);
  }

  @Test
  void thePeersOfferTakesOursBackEvenIfItIsMalformed() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    assertThat(peers.refused(a.setRemoteDescription(Peers.offer("nonsense"))))
        .isEqualTo("OperationError");
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
  }

  @Test
  void aRollbackDuringRenegotiationGivesTheAgreedStateBack() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    List<RTCTrackEvent> tracks = Peers.trackEvents(b);
    peers.negotiate();
    RTCSessionDescription agreed = b.remoteDescription();
    RTCRtpTransceiver kept = b.getTransceivers().get(0);
    String mid = kept.mid();
    MediaStream stream = tracks.get(0).streams().get(0);
    assertThat(kept.receiver().transport()).isNotNull();

    a.removeTrack(a.getSenders().get(0));
    a.addTransceiver("video");
    peers.offer(a, b);
    assertThat(stream.getTracks()).isEmpty();
    peers.await(b.setRemoteDescription(Peers.rollback()));

    assertThat(b.remoteDescription().sdp()).isEqualTo(agreed.sdp());
    assertThat(b.getTransceivers()).containsExactly(kept);
    assertThat(kept.mid()).isEqualTo(mid);
    assertThat(kept.receiver().transport()).isNotNull();
    assertThat(kept.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
    assertThat(stream.getTracks()).containsExactly(kept.receiver().track());
    assertThat(tracks).hasSize(3);
    assertThat(tracks.get(2).track()).isSameAs(kept.receiver().track());
    assertThat(tracks.get(2).streams()).containsExactly(stream);
  }

  @Test
  void whatTheUserWishedOutlivesTheRollback() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    transceiver.setDirection(RTCRtpTransceiverDirection.RECVONLY);
    peers.await(a.setLocalDescription());
    peers.await(a.setLocalDescription(Peers.rollback()));
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
    assertThat(transceiver.mid()).isNotNull();
    peers.negotiate();
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
  }

  @Test
  void theTransportOfDataGoesWithTheOfferThatMadeIt() {
    a.createDataChannel("data");
    peers.offer(a, b);
    assertThat(a.sctp()).isNotNull();
    assertThat(b.sctp()).isNotNull();
    peers.await(a.setLocalDescription(Peers.rollback()));
    peers.await(b.setRemoteDescription(Peers.rollback()));
    assertThat(a.sctp()).isNull();
    assertThat(b.sctp()).isNull();
    peers.negotiate();
    assertThat(a.sctp()).isNotNull();
  }

  @Test
  void whatFollowsARollbackMayBeOfAnotherKind() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    peers.await(b.setRemoteDescription(Peers.rollback()));
    Peers others = new Peers();
    others.a.addTransceiver("video");
    others.await(others.a.setLocalDescription());
    peers.await(b.setRemoteDescription(Peers.local(others.a)));
    assertThat(b.getTransceivers()).hasSize(1);
    assertThat(b.getTransceivers().get(0).receiver().track().kind()).isEqualTo("video");
  }

  @Test
  void gatheringGoesBackToNewWhenNoTransportIsLeft() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    peers.settle();
    assertThat(a.iceGatheringState().toString()).isEqualTo("complete");
    List<String> states = new ArrayList<>();
    a.onIceGatheringStateChange(event -> states.add(a.iceGatheringState().toString()));
    peers.await(a.setLocalDescription(Peers.rollback()));
    peers.settle();
    assertThat(states).containsExactly("new");
    assertThat(a.iceGatheringState().toString()).isEqualTo("new");
  }
}
