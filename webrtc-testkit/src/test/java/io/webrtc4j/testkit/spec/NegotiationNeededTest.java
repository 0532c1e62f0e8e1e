package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCSignalingState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When negotiationneeded is told, and how often (§4.7). */
class NegotiationNeededTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;
  private final List<RTCSignalingState> told = new ArrayList<>();

  NegotiationNeededTest() {
    a.onNegotiationNeeded(event -> told.add(a.signalingState()));
  }

  private void expect(int times) {
    peers.settle();
    assertThat(told).hasSize(times);
    assertThat(told).containsOnly(RTCSignalingState.STABLE);
  }

  private void expectNone() {
    peers.settle();
    assertThat(told).isEmpty();
  }

  @Test
  void aNewConnectionNeedsNone() {
    expectNone();
  }

  @Test
  void theFirstDataChannelNeedsOneAndOthersDoNot() {
    a.createDataChannel("one");
    assertThat(told).isEmpty(); // Not before the caller returned.
    expect(1);
    a.createDataChannel("two");
    expect(1);
    peers.negotiate();
    a.createDataChannel("three");
    expect(1);
  }

  @Test
  void changesOfOneMomentNeedOneTogether() {
    a.addTransceiver("audio");
    a.addTransceiver("video");
    a.addTrack(MediaStreamTrack.audio());
    a.createDataChannel("data");
    expect(1);
    a.addTransceiver("video");
    expect(1); // The flag is still set.
  }

  @Test
  void aTrackNeedsOne() {
    a.addTrack(MediaStreamTrack.audio());
    expect(1);
    peers.negotiate();
    expect(1);
    a.addTrack(MediaStreamTrack.video());
    expect(2);
  }

  @Test
  void whatIsTakenBackInTheSameMomentNeedsNone() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    peers.settle();
    told.clear();
    transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
    transceiver.setDirection(RTCRtpTransceiverDirection.SENDRECV);
    expectNone();
  }

  @Test
  void aNewDirectionNeedsOneAndTheSameNone() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    peers.settle();
    told.clear();
    transceiver.setDirection(RTCRtpTransceiverDirection.SENDRECV);
    expectNone();
    transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
    expect(1);
    transceiver.setDirection(RTCRtpTransceiverDirection.RECVONLY);
    expect(1);
  }

  @Test
  void removingATrackNeedsOneAndReplacingItNone() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    peers.negotiate();
    peers.settle();
    told.clear();
    peers.await(sender.replaceTrack(MediaStreamTrack.audio()));
    peers.await(sender.replaceTrack(null));
    expectNone();
    peers.await(sender.replaceTrack(MediaStreamTrack.audio()));
    a.removeTrack(sender);
    expect(1);
  }

  @Test
  void otherStreamsNeedOne() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    peers.negotiate();
    peers.settle();
    told.clear();
    sender.setStreams(new MediaStream());
    expect(1);
    peers.negotiate();
    peers.settle();
    assertThat(told).hasSize(1);
  }

  @Test
  void stoppingNeedsOneUntilItIsAgreed() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    peers.settle();
    told.clear();
    transceiver.stop();
    transceiver.stop();
    expect(1);
    peers.negotiate();
    expect(1);
  }

  @Test
  void stoppingWhatWasNeverOfferedNeedsOneAsItNeedsNegotiation() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.settle();
    told.clear();
    transceiver.stop();
    expectNone(); // It was told for the transceiver and is still needed.
  }

  @Test
  void anIceRestartNeedsOneOnlyOnceThereIsSomethingToRestart() {
    a.restartIce();
    expectNone();
    a.createDataChannel("data");
    peers.settle();
    peers.negotiate();
    peers.settle();
    told.clear();
    a.restartIce();
    a.restartIce();
    expect(1);
    peers.negotiate();
    expect(1);
  }

  @Test
  void whatChangesWhileAnOfferIsPendingIsToldInStable() {
    a.addTransceiver("audio");
    peers.settle();
    told.clear();
    peers.offer(a, b);
    a.addTransceiver("video");
    expectNone();
    peers.answer(b, a);
    expect(1);
  }

  @Test
  void whatChangesWhileThePeersOfferIsPendingIsToldInStable() {
    b.addTransceiver("audio");
    peers.offer(b, a);
    a.addTransceiver("video");
    expectNone();
    peers.answer(a, b);
    expect(1);
  }

  @Test
  void whatTheAnswerCarriesNeedsNoneAfterIt() {
    b.addTransceiver("audio");
    peers.offer(b, a);
    a.addTrack(MediaStreamTrack.audio());
    expectNone();
    peers.answer(a, b);
    expectNone();
    assertThat(a.getTransceivers()).hasSize(1);
    assertThat(a.getTransceivers().get(0).currentDirection())
        .isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
  }

  @Test
  void aRollbackTellsAgainWhatItTookBack() {
    a.addTransceiver("audio");
    peers.settle();
    told.clear();
    peers.await(a.setLocalDescription());
    peers.await(a.setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, "")));
    expect(1);
  }

  @Test
  void aRollbackOfThePeersOfferNeedsNothing() {
    b.addTransceiver("audio");
    peers.offer(b, a);
    peers.await(a.setRemoteDescription(Peers.rollback()));
    expectNone();
  }

  @Test
  void itIsNotToldWhileOperationsAreUnderWay() {
    a.addTransceiver("audio");
    var offer = a.createOffer();
    List<Boolean> done = new ArrayList<>();
    a.onNegotiationNeeded(event -> done.add(offer.isDone()));
    peers.await(offer);
    expect(1);
    assertThat(done).containsExactly(true);
  }

  @Test
  void manyOperationsTellItOnceAtTheirEnd() {
    a.addTransceiver("audio");
    var first = a.createOffer();
    var second = a.createOffer();
    var third = a.createOffer();
    List<Boolean> done = new ArrayList<>();
    a.onNegotiationNeeded(event -> done.add(first.isDone() && second.isDone() && third.isDone()));
    expect(1);
    assertThat(done).containsExactly(true);
  }

  @Test
  void anOperationThatStartsInTheListenerOfTheFlagIsNoReasonToTellAgain() {
    a.onNegotiationNeeded(event -> Peers.start(a.setLocalDescription()));
    a.addTransceiver("audio");
    expect(1);
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.HAVE_LOCAL_OFFER);
  }

  @Test
  void aClosedConnectionNeedsNone() {
    a.addTransceiver("audio");
    a.close();
    expectNone();
  }

  @Test
  void alwaysNegotiatingDataIsNoReasonByItself() {
    Peers always =
        new Peers(
            RTCConfiguration.builder().alwaysNegotiateDataChannels(true).build(),
            RTCConfiguration.defaults());
    List<String> events = Peers.events(always.a);
    always.settle();
    assertThat(events).isEmpty();
    always.a.addTransceiver("audio");
    always.await(always.a.setLocalDescription());
    assertThat(always.a.localDescription().sdp()).contains("m=application");
  }
}
