package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCSignalingState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One asynchronous operation after the other (§4.4.1.2). */
class OperationsChainTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;
  private final List<String> order = new ArrayList<>();

  private void noted(String name, CompletableFuture<?> future) {
    Peers.start(
        future.whenComplete((value, error) -> order.add(name + (error == null ? "" : "!"))));
  }

  @Test
  void aListenersErrorHoldsNothingUp() {
    a.onSignalingStateChange(
        event -> {
          throw new AssertionError("thrown by the test");
        });
    CompletableFuture<Void> set = a.setLocalDescription();
    assertThatThrownBy(peers::settle).isInstanceOf(AssertionError.class);
    peers.settle();
    assertThat(set).isCompleted();
    assertThat(peers.await(a.createOffer()).sdp()).isNotEmpty();
  }

  @Test
  void operationsRunInTheOrderOfTheirCalls() {
    a.addTransceiver("audio");
    noted("offer", a.createOffer());
    noted("set", a.setLocalDescription());
    noted("again", a.createOffer());
    noted("answer", a.createAnswer());
    peers.settle();
    assertThat(order).containsExactly("offer", "set", "again", "answer!");
  }

  @Test
  void eachOperationSeesTheStateThatTheOnesBeforeItLeft() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    RTCSessionDescriptionInit offer = Peers.local(a);
    CompletableFuture<?> set = b.setRemoteDescription(offer);
    CompletableFuture<RTCSessionDescriptionInit> answer = b.createAnswer();
    CompletableFuture<RTCSessionDescriptionInit> tooLate = b.createOffer();
    assertThat(peers.await(answer).sdp()).contains("m=audio");
    assertThat(set).isCompleted();
    assertThat(peers.refused(tooLate)).isEqualTo("InvalidStateError");
  }

  @Test
  void anOperationThatFailsDoesNotKeepTheNextFromRunning() {
    a.addTransceiver("audio");
    noted("answer", a.createAnswer());
    noted("bad", a.setRemoteDescription(Peers.offer("nonsense")));
    noted("set", a.setLocalDescription());
    peers.settle();
    assertThat(order).containsExactly("answer!", "bad!", "set");
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
  }

  @Test
  void whatAFutureLeadsToQueuesBehindWhatWaitsAlready() {
    a.addTransceiver("audio");
    CompletableFuture<?> first = a.createOffer().thenRun(() -> noted("later", a.createOffer()));
    noted("first", first);
    noted("second", a.createOffer());
    peers.settle();
    assertThat(order).containsExactly("first", "second", "later");
  }

  @Test
  void candidatesWaitForTheDescriptionThatTheyBelongTo() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    peers.settle();
    RTCSessionDescriptionInit offer = Peers.local(a);
    noted("set", b.setRemoteDescription(offer));
    noted("candidate", b.addIceCandidate(new RTCIceCandidateInit("", "0")));
    peers.settle();
    assertThat(order).containsExactly("set", "candidate");
  }

  @Test
  void replacedTracksWaitForTheirTurn() {
    RTCRtpSender sender = a.addTransceiver("audio").sender();
    MediaStreamTrack track = MediaStreamTrack.audio();
    noted("offer", a.createOffer());
    noted("replace", sender.replaceTrack(track));
    assertThat(sender.track()).isNull();
    peers.settle();
    assertThat(order).containsExactly("offer", "replace");
    assertThat(sender.track()).isSameAs(track);
  }

  @Test
  void anImplicitRollbackAndItsOfferAreOneOperation() {
    a.addTransceiver("audio");
    b.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    peers.await(b.setLocalDescription());
    List<RTCSignalingState> states = new ArrayList<>();
    b.onSignalingStateChange(event -> states.add(b.signalingState()));
    noted("set", b.setRemoteDescription(Peers.local(a)));
    noted("answer", b.setLocalDescription());
    peers.settle();
    assertThat(order).containsExactly("set", "answer");
    assertThat(states)
        .containsExactly(
            RTCSignalingState.STABLE,
            RTCSignalingState.HAVE_REMOTE_OFFER,
            RTCSignalingState.STABLE);
  }

  /** In a browser the promises stay pending; here nobody waits for ever. */
  @Test
  void closingFailsWhatWaits() {
    a.addTransceiver("audio");
    CompletableFuture<?> offer = a.createOffer();
    CompletableFuture<?> set = a.setLocalDescription();
    a.close();
    assertThat(peers.refused(offer)).isEqualTo("InvalidStateError");
    assertThat(peers.refused(set)).isEqualTo("InvalidStateError");
    assertThat(a.localDescription()).isNull();
    assertThat(peers.refused(a.setRemoteDescription(Peers.offer(""))))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void closingInTheMiddleOfAnOperationEndsIt() {
    a.addTransceiver("audio");
    peers.await(a.setLocalDescription());
    b.onSignalingStateChange(event -> b.close());
    List<String> events = Peers.events(b);
    assertThat(peers.refused(b.setRemoteDescription(Peers.local(a))))
        .isEqualTo("InvalidStateError");
    peers.settle();
    assertThat(b.signalingState()).isEqualTo(RTCSignalingState.CLOSED);
    assertThat(events).doesNotContain("negotiationneeded", "connectionstatechange");
  }
}
