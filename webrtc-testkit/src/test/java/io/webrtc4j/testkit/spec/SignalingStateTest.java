package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCSignalingState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states of offer and answer, and which descriptions are to be seen in each (§4.4.1.5). */
class SignalingStateTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  @Test
  void anOfferIsPendingUntilItIsAnswered() {
    a.addTransceiver("audio");
    RTCSessionDescriptionInit offer = peers.await(a.createOffer());
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(a.localDescription()).isNull();

    peers.await(a.setLocalDescription(offer));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
    assertThat(a.pendingLocalDescription()).isEqualTo(a.localDescription());
    assertThat(a.localDescription().type()).isEqualTo(RTCSdpType.OFFER);
    assertThat(a.currentLocalDescription()).isNull();
    assertThat(a.remoteDescription()).isNull();

    peers.await(b.setRemoteDescription(offer));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
    assertThat(b.pendingRemoteDescription()).isEqualTo(b.remoteDescription());
    assertThat(b.remoteDescription().sdp()).isEqualTo(offer.sdp());
    assertThat(b.currentRemoteDescription()).isNull();
  }

  @Test
  void anAnswerMakesBothDescriptionsCurrent() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescription offer = a.localDescription();
    peers.answer(b, a);
    for (RTCPeerConnection each : List.of(a, b)) {
      assertThat(each.signalingState()).isEqualTo(RTCSignalingState.STABLE);
      assertThat(each.pendingLocalDescription()).isNull();
      assertThat(each.pendingRemoteDescription()).isNull();
      assertThat(each.currentLocalDescription()).isEqualTo(each.localDescription());
      assertThat(each.currentRemoteDescription()).isEqualTo(each.remoteDescription());
    }
    assertThat(a.localDescription().type()).isEqualTo(RTCSdpType.OFFER);
    assertThat(a.remoteDescription().type()).isEqualTo(RTCSdpType.ANSWER);
    assertThat(b.localDescription().type()).isEqualTo(RTCSdpType.ANSWER);
    assertThat(b.remoteDescription().sdp()).isEqualTo(offer.sdp());
  }

  @Test
  void aSecondOfferLeavesTheFirstExchangeCurrent() {
    a.addTransceiver("audio");
    peers.negotiate();
    RTCSessionDescription agreed = b.currentLocalDescription();
    b.addTransceiver("video");
    peers.offer(b, a);
    assertThat(b.currentLocalDescription().type()).isEqualTo(agreed.type());
    assertThat(b.localDescription()).isEqualTo(b.pendingLocalDescription());
    assertThat(b.localDescription().type()).isEqualTo(RTCSdpType.OFFER);
    assertThat(a.remoteDescription()).isEqualTo(a.pendingRemoteDescription());
    assertThat(a.currentRemoteDescription().type()).isEqualTo(RTCSdpType.ANSWER);
    peers.answer(a, b);
    assertThat(b.currentLocalDescription().type()).isEqualTo(RTCSdpType.OFFER);
    assertThat(b.currentRemoteDescription().type()).isEqualTo(RTCSdpType.ANSWER);
  }

  @Test
  void aProvisionalAnswerIsPendingOnBothSides() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());
    peers.await(b.setLocalDescription(Peers.as(RTCSdpType.PRANSWER, answer)));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_PRANSWER);
    assertThat(b.localDescription().type()).isEqualTo(RTCSdpType.PRANSWER);
    assertThat(b.currentLocalDescription()).isNull();
    assertThat(b.pendingRemoteDescription()).isNotNull();

    peers.await(a.setRemoteDescription(Peers.local(b)));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_PRANSWER);
    assertThat(a.remoteDescription().type()).isEqualTo(RTCSdpType.PRANSWER);
    assertThat(a.currentRemoteDescription()).isNull();
    assertThat(a.pendingLocalDescription().type()).isEqualTo(RTCSdpType.OFFER);
    assertThat(a.getTransceivers().get(0).currentDirection()).isNotNull();

    peers.await(b.setLocalDescription(answer));
    peers.await(a.setRemoteDescription(answer));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(b.pendingLocalDescription()).isNull();
  }

  @Test
  void provisionalAnswersMayBeRepeated() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());
    RTCSessionDescriptionInit provisional = Peers.as(RTCSdpType.PRANSWER, answer);
    List<String> events = Peers.events(b);
    for (int i = 0; i < 2; i++) {
      peers.await(b.setLocalDescription(provisional));
      peers.await(a.setRemoteDescription(provisional));
    }
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_PRANSWER);
    assertThat(events).containsOnlyOnce("signalingstatechange");
    peers.await(b.createAnswer());
    peers.await(b.setLocalDescription());
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
  }

  @Test
  void eachChangeOfStateIsToldOnceAndWithTheNewStateVisible() {
    a.addTransceiver("audio");
    List<RTCSignalingState> seen = new ArrayList<>();
    List<RTCSignalingState> seenByB = new ArrayList<>();
    a.onSignalingStateChange(event -> seen.add(a.signalingState()));
    b.onSignalingStateChange(event -> seenByB.add(b.signalingState()));
    peers.negotiate(a, b);
    peers.negotiate(b, a);
    assertThat(seen)
        .containsExactly(
            RTCSignalingState.HAVE_LOCAL_OFFER,
            RTCSignalingState.STABLE,
            RTCSignalingState.HAVE_REMOTE_OFFER,
            RTCSignalingState.STABLE);
    assertThat(seenByB)
        .containsExactly(
            RTCSignalingState.HAVE_REMOTE_OFFER,
            RTCSignalingState.STABLE,
            RTCSignalingState.HAVE_LOCAL_OFFER,
            RTCSignalingState.STABLE);
  }

  @Test
  void anotherOfferInTheSameStateIsNoChange() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    List<String> atA = Peers.events(a);
    List<String> atB = Peers.events(b);
    a.addTransceiver("video");
    peers.offer(a, b);
    assertThat(atA).doesNotContain("signalingstatechange");
    assertThat(atB).doesNotContain("signalingstatechange");
    assertThat(b.getTransceivers()).hasSize(2);
    assertThat(b.remoteDescription().sdp()).contains("m=video");
    peers.answer(b, a);
    assertThat(a.getTransceivers()).allMatch(each -> each.currentDirection() != null);
  }

  @Test
  void answersWithoutAnOfferAreRefused() {
    a.addTransceiver("audio");
    RTCSessionDescriptionInit offer = peers.await(a.createOffer());
    peers.await(a.setLocalDescription(offer));
    peers.await(b.setRemoteDescription(offer));
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());

    Peers others = new Peers();
    for (RTCSdpType type : List.of(RTCSdpType.ANSWER, RTCSdpType.PRANSWER)) {
      assertThat(others.refused(others.a.setRemoteDescription(Peers.as(type, answer))))
          .isEqualTo("InvalidStateError");
      assertThat(others.refused(others.a.setLocalDescription(Peers.as(type, answer))))
          .isEqualTo("InvalidModificationError");
      assertThat(
              others.refused(others.a.setLocalDescription(new RTCSessionDescriptionInit(type, ""))))
          .isEqualTo("InvalidStateError");
    }
    assertThat(others.a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(others.a.remoteDescription()).isNull();
  }

  @Test
  void aLocalOfferIsRefusedWhileThePeersIsPending() {
    a.addTransceiver("audio");
    b.addTransceiver("audio");
    RTCSessionDescriptionInit own = peers.await(b.createOffer());
    peers.offer(a, b);
    assertThat(peers.refused(b.setLocalDescription(own))).isEqualTo("InvalidStateError");
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
    assertThat(b.localDescription()).isNull();
  }

  @Test
  void anOfferOfThePeersIsRefusedWhileAProvisionalAnswerIsPending() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescriptionInit offer = Peers.local(a);
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());
    peers.await(b.setLocalDescription(Peers.as(RTCSdpType.PRANSWER, answer)));
    assertThat(peers.refused(b.setRemoteDescription(offer))).isEqualTo("InvalidStateError");
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_PRANSWER);
  }

  @Test
  void aLocalAnswerIsRefusedWhileOurOwnOfferIsPending() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    RTCSessionDescriptionInit offer = Peers.local(a);
    assertThat(peers.refused(a.setLocalDescription(Peers.as(RTCSdpType.ANSWER, offer))))
        .isEqualTo("InvalidModificationError");
    assertThat(peers.refused(a.createAnswer())).isEqualTo("InvalidStateError");
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
  }
}
