package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCSignalingState;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** createOffer, createAnswer, and what setLocalDescription takes of them (§4.4.2). */
class CreateDescriptionTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  @Test
  void aNewConnectionOffersNothing() {
    RTCSessionDescriptionInit offer = peers.await(a.createOffer());
    assertThat(offer.type()).isEqualTo(RTCSdpType.OFFER);
    assertThat(offer.sdp()).startsWith("v=0\r\n").doesNotContain("m=");
    peers.await(a.setLocalDescription(offer));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
  }

  @Test
  void anOfferHasASectionForEachTransceiverAndOneForData() {
    a.createDataChannel("one");
    a.createDataChannel("two");
    a.addTransceiver("video");
    a.addTransceiver("audio");
    String sdp = peers.await(a.createOffer()).sdp();
    assertThat(
            sdp.lines().filter(line -> line.startsWith("m=")).map(line -> line.split(" ", -1)[0]))
        .containsExactlyInAnyOrder("m=video", "m=audio", "m=application");
    assertThat(sdp.indexOf("m=video")).isLessThan(sdp.indexOf("m=audio"));
  }

  @Test
  void theTextOfAnOfferIsTheSameUntilSomethingChanges() {
    a.addTransceiver("audio");
    RTCSessionDescriptionInit first = peers.await(a.createOffer());
    RTCSessionDescriptionInit second = peers.await(a.createOffer());
    peers.await(a.setLocalDescription(second));
    assertThat(a.pendingLocalDescription().sdp()).isEqualTo(second.sdp());
    assertThat(first.type()).isEqualTo(second.type());
  }

  @Test
  void offersAreRefusedWhileThePeersIsPending() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    assertThat(peers.refused(b.createOffer())).isEqualTo("InvalidStateError");
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
  }

  @Test
  void answersNeedAnOffer() {
    assertThat(peers.refused(a.createAnswer())).isEqualTo("InvalidStateError");
    peers.await(a.setLocalDescription());
    assertThat(peers.refused(a.createAnswer())).isEqualTo("InvalidStateError");
  }

  @Test
  void anAnswerMayBeCreatedAgainWhileItIsProvisional() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());
    peers.await(b.setLocalDescription(Peers.as(RTCSdpType.PRANSWER, answer)));
    assertThat(peers.await(b.createAnswer()).type()).isEqualTo(RTCSdpType.ANSWER);
  }

  @Test
  void aLocalDescriptionIsTheOneLastCreatedOrNone() {
    a.addTransceiver("audio");
    RTCSessionDescriptionInit first = peers.await(a.createOffer());
    a.addTransceiver("video");
    RTCSessionDescriptionInit second = peers.await(a.createOffer());
    assertThat(second.sdp()).isNotEqualTo(first.sdp());
    assertThat(peers.refused(a.setLocalDescription(first))).isEqualTo("InvalidModificationError");
    String changed = second.sdp().replace("s=-", "s=x");
    assertThat(peers.refused(a.setLocalDescription(Peers.offer(changed))))
        .isEqualTo("InvalidModificationError");
    assertThat(peers.refused(a.setLocalDescription(Peers.offer("v=0\r\n"))))
        .isEqualTo("InvalidModificationError");
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    peers.await(a.setLocalDescription(second));
    peers.await(a.setLocalDescription(second));
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
  }

  @Test
  void anAnswerThatWasNotCreatedHereIsRefused() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());
    Peers others = new Peers();
    others.a.addTransceiver("audio");
    others.offer(others.a, others.b);
    assertThat(others.refused(others.b.setLocalDescription(answer)))
        .isEqualTo("InvalidModificationError");
    assertThat(others.b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
  }

  @Test
  void whatWasCreatedIsForgottenOnceItWasAgreed() {
    a.addTransceiver("audio");
    RTCSessionDescriptionInit offer = peers.await(a.createOffer());
    peers.await(a.setLocalDescription(offer));
    peers.await(b.setRemoteDescription(offer));
    RTCSessionDescriptionInit answer = peers.await(b.createAnswer());
    peers.await(b.setLocalDescription(answer));
    peers.await(a.setRemoteDescription(answer));
    assertThat(peers.refused(a.setLocalDescription(offer))).isEqualTo("InvalidModificationError");
    assertThat(peers.refused(b.setLocalDescription(answer))).isEqualTo("InvalidModificationError");
  }

  @Test
  void anEmptyTextStandsForTheLastCreatedOrANewOne() {
    a.addTransceiver("audio");
    RTCSessionDescriptionInit created = peers.await(a.createOffer());
    peers.await(a.setLocalDescription(Peers.offer("")));
    assertThat(a.localDescription().sdp()).isEqualTo(created.sdp());
    peers.await(b.setRemoteDescription(Peers.local(a)));
    peers.await(b.setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.PRANSWER, "")));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_PRANSWER);
    peers.await(b.setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.ANSWER, "")));
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
  }

  @Test
  void anOfferThatIsOutOfDateIsCreatedAnewWhenNoTextIsGiven() {
    a.addTransceiver("audio");
    peers.await(a.createOffer());
    a.addTransceiver("video");
    peers.await(a.setLocalDescription());
    assertThat(a.localDescription().sdp()).contains("m=audio").contains("m=video");
    assertThat(a.getTransceivers()).allMatch(each -> each.mid() != null);
  }

  @Test
  void withoutArgumentsTheStateDecidesWhetherItIsOfferOrAnswer() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    assertThat(a.localDescription().type()).isEqualTo(RTCSdpType.OFFER);
    peers.await(a.setLocalDescription());
    assertThat(a.localDescription().type()).isEqualTo(RTCSdpType.OFFER);
    peers.await(b.setRemoteDescription(Peers.local(a)));
    peers.await(b.setLocalDescription());
    assertThat(b.localDescription().type()).isEqualTo(RTCSdpType.ANSWER);
  }

  @Test
  void theStateThatDecidesIsTheOneWhenItsTurnComes() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    CompletableFuture<?> remote = b.setRemoteDescription(Peers.local(a));
    CompletableFuture<?> local = b.setLocalDescription();
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    peers.await(local);
    assertThat(remote).isCompleted();
    assertThat(b.localDescription().type()).isEqualTo(RTCSdpType.ANSWER);
  }

  @Test
  void aClosedConnectionCreatesNothing() {
    a.close();
    assertThat(peers.refused(a.createOffer())).isEqualTo("InvalidStateError");
    assertThat(peers.refused(a.createAnswer())).isEqualTo("InvalidStateError");
    assertThat(peers.refused(a.setLocalDescription())).isEqualTo("InvalidStateError");
  }
}
