package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCIceGathererState;
import io.webrtc4j.RTCIceGatheringState;
import io.webrtc4j.RTCIceTransport;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCRtpTransceiverInit;
import io.webrtc4j.RTCSignalingState;
import io.webrtc4j.RTCTrackEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** In which order things are told, and what is to be seen meanwhile. */
class EventOrderTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  @Test
  void nothingChangesBeforeTheCallerReturns() {
    a.addTransceiver("audio");
    CompletableFuture<?> done = a.setLocalDescription();
    assertThat(done).isNotDone();
    assertThat(a.signalingState()).isEqualTo(RTCSignalingState.STABLE);
    assertThat(a.pendingLocalDescription()).isNull();
    assertThat(a.getTransceivers().get(0).mid()).isNull();
    peers.await(done);
    assertThat(a.getTransceivers().get(0).mid()).isNotNull();
  }

  @Test
  void allOfALocalDescriptionIsVisibleWhenItsFirstEventIs() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    a.createDataChannel("data");
    List<String> seen = new ArrayList<>();
    CompletableFuture<?>[] done = new CompletableFuture<?>[1];
    a.onSignalingStateChange(
        event -> {
          assertThat(done[0]).isNotDone();
          assertThat(a.pendingLocalDescription()).isNotNull();
          assertThat(a.localDescription()).isEqualTo(a.pendingLocalDescription());
          assertThat(transceiver.mid()).isNotNull();
          assertThat(transceiver.sender().transport()).isNotNull();
          assertThat(a.sctp()).isNotNull();
          seen.add(event.type());
        });
    done[0] = a.setLocalDescription();
    peers.await(done[0]);
    assertThat(seen).containsExactly("signalingstatechange");
  }

  @Test
  void allOfARemoteDescriptionIsVisibleWhenItsFirstEventIs() {
    MediaStream stream = new MediaStream();
    a.addTrack(MediaStreamTrack.audio(), stream);
    a.createDataChannel("data");
    List<String> seen = new ArrayList<>();
    b.onSignalingStateChange(
        event -> {
          assertThat(b.signalingState()).isEqualTo(RTCSignalingState.HAVE_REMOTE_OFFER);
          assertThat(b.pendingRemoteDescription()).isNotNull();
          assertThat(b.getTransceivers()).hasSize(1);
          assertThat(b.getTransceivers().get(0).mid()).isNotNull();
          assertThat(b.sctp()).isNotNull();
          assertThat(b.canTrickleIceCandidates()).isTrue();
          seen.add(event.type());
        });
    peers.offer(a, b);
    assertThat(seen).containsExactly("signalingstatechange");
  }

  @Test
  void anAnswerShowsDirectionsAndTransportsWithItsFirstEvent() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.offer(a, b);
    peers.await(b.setLocalDescription());
    List<String> seen = new ArrayList<>();
    a.onSignalingStateChange(
        event -> {
          assertThat(transceiver.currentDirection()).isNotNull();
          assertThat(a.pendingLocalDescription()).isNull();
          assertThat(a.currentRemoteDescription()).isNotNull();
          seen.add(event.type());
        });
    peers.await(a.setRemoteDescription(Peers.local(b)));
    assertThat(seen).containsExactly("signalingstatechange");
  }

  @Test
  void eventsComeBeforeTheFutureCompletesAndInTheSpecifiedOrder() {
    MediaStream stream = new MediaStream();
    a.addTrack(MediaStreamTrack.audio(), stream);
    List<RTCTrackEvent> tracks = Peers.trackEvents(b);
    peers.negotiate();
    MediaStream there = tracks.get(0).streams().get(0);

    List<String> order = new ArrayList<>();
    a.removeTrack(a.getSenders().get(0));
    RTCRtpTransceiver second =
        a.addTransceiver(
            MediaStreamTrack.video(), RTCRtpTransceiverInit.builder().streams(stream).build());
    b.onSignalingStateChange(event -> order.add("signalingstatechange"));
    there.onRemoveTrack(event -> order.add("removetrack"));
    there.onAddTrack(event -> order.add("addtrack"));
    b.onTrack(event -> order.add("track"));
    peers.await(a.setLocalDescription());
    CompletableFuture<?> done = b.setRemoteDescription(Peers.local(a));
    CompletableFuture<?> noted = done.thenRun(() -> order.add("done"));
    peers.await(noted);
    assertThat(second.mid()).isNotNull();
    assertThat(order)
        .containsExactly("signalingstatechange", "removetrack", "addtrack", "track", "done");
  }

  @Test
  void whatAFutureLeadsToRunsBeforeEventsThatCameLater() {
    a.addTransceiver("audio");
    List<String> order = new ArrayList<>();
    peers.settle();
    a.onSignalingStateChange(event -> order.add(a.signalingState().toString()));
    a.onIceGatheringStateChange(event -> order.add(a.iceGatheringState().toString()));
    a.onIceCandidate(event -> order.add(event.candidate() == null ? "null" : "candidate"));
    CompletableFuture<?> done = a.setLocalDescription().thenRun(() -> order.add("done"));
    peers.await(done);
    peers.settle();
    assertThat(order.subList(0, 3)).containsExactly("have-local-offer", "done", "gathering");
    assertThat(order.subList(order.size() - 2, order.size())).containsExactly("complete", "null");
  }

  @Test
  void negotiationIsNeededOnlyAfterTheFutureOfTheLastOperation() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    peers.await(b.setLocalDescription());
    List<String> order = new ArrayList<>();
    a.onNegotiationNeeded(event -> order.add("negotiationneeded"));
    peers.settle();
    a.addTransceiver("video");
    peers.settle();
    assertThat(order).isEmpty();
    a.onSignalingStateChange(event -> order.add("signalingstatechange"));
    CompletableFuture<?> done =
        a.setRemoteDescription(Peers.local(b)).thenRun(() -> order.add("done"));
    peers.await(done);
    peers.settle();
    assertThat(order).containsExactly("signalingstatechange", "done", "negotiationneeded");
  }

  @Test
  void theStreamsOfAllTracksAreCompleteWhenTheFirstTrackIsTold() {
    MediaStream stream = new MediaStream();
    a.addTrack(MediaStreamTrack.audio(), stream);
    a.addTrack(MediaStreamTrack.video(), stream);
    List<Integer> sizes = new ArrayList<>();
    b.onTrack(
        event -> {
          sizes.add(event.streams().get(0).getTracks().size());
          assertThat(b.getTransceivers()).hasSize(2);
          assertThat(b.getTransceivers()).contains(event.transceiver());
          assertThat(event.transceiver().receiver()).isSameAs(event.receiver());
          assertThat(event.receiver().track()).isSameAs(event.track());
          assertThat(event.track().muted()).isTrue();
        });
    peers.offer(a, b);
    assertThat(sizes).containsExactly(2, 2);
  }

  @Test
  void theGatheringOfTransportAndConnectionChangesTogetherAndTheTransportTellsFirst() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    List<String> order = new ArrayList<>();
    a.onSignalingStateChange(
        change -> {
          RTCIceTransport ice = transceiver.sender().transport().iceTransport();
          assertThat(ice.gatheringState()).isEqualTo(RTCIceGathererState.NEW);
          ice.onGatheringStateChange(
              event -> {
                assertThat(a.iceGatheringState().toString())
                    .isEqualTo(ice.gatheringState().toString());
                order.add("transport " + ice.gatheringState());
              });
        });
    a.onIceGatheringStateChange(event -> order.add("connection " + a.iceGatheringState()));
    a.onIceCandidate(
        event -> {
          if (event.candidate() == null) {
            order.add("null");
          } else if (event.candidate().candidate().isEmpty()) {
            order.add("end");
          } else if (!order.contains("candidate")) {
            order.add("candidate");
          }
        });
    peers.await(a.setLocalDescription());
    peers.settle();
    assertThat(order)
        .containsExactly(
            "transport gathering",
            "connection gathering",
            "candidate",
            "end",
            "transport complete",
            "connection complete",
            "null");
  }

  @Test
  void aCandidateIsInTheDescriptionWhenItIsTold() {
    a.addTransceiver("audio");
    List<String> lines = new ArrayList<>();
    a.onIceCandidate(
        event -> {
          if (event.candidate() != null && !event.candidate().candidate().isEmpty()) {
            assertThat(a.localDescription().sdp()).contains(event.candidate().candidate());
            assertThat(a.iceGatheringState()).isEqualTo(RTCIceGatheringState.GATHERING);
            lines.add(event.candidate().candidate());
          }
        });
    peers.await(a.setLocalDescription());
    assertThat(a.localDescription().sdp()).doesNotContain("a=candidate");
    peers.settle();
    assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("candidate:"));
    assertThat(a.localDescription().sdp()).contains("a=end-of-candidates");
  }

  @Test
  void theStateOfIceIsTheSameOnAllLevelsWhenItIsTold() {
    a.createDataChannel("data");
    List<String> order = new ArrayList<>();
    peers.trickle();
    peers.offer(a, b);
    RTCIceTransport ice = a.sctp().transport().iceTransport();
    ice.onStateChange(
        event -> {
          assertThat(a.iceConnectionState().toString()).isEqualTo(ice.state().toString());
          order.add("transport " + ice.state());
        });
    a.onIceConnectionStateChange(event -> order.add("ice " + a.iceConnectionState()));
    a.onConnectionStateChange(event -> order.add("connection " + a.connectionState()));
    peers.answer(b, a);
    peers.awaitConnected();
    peers.settle();
    assertThat(order)
        .startsWith("transport checking", "ice checking", "connection connecting")
        .containsSubsequence("transport connected", "ice connected", "connection connected");
  }

  @Test
  void directionsThatAreAgreedToStopAreMutedBeforeTheLocalAnswerIsDone() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    List<RTCTrackEvent> tracks = Peers.trackEvents(b);
    peers.offer(a, b);
    b.getTransceivers().get(0).setDirection(RTCRtpTransceiverDirection.INACTIVE);
    MediaStream stream = tracks.get(0).streams().get(0);
    List<String> order = new ArrayList<>();
    stream.onRemoveTrack(event -> order.add("removetrack"));
    b.onSignalingStateChange(event -> order.add("signalingstatechange"));
    CompletableFuture<?> done = b.setLocalDescription().thenRun(() -> order.add("done"));
    peers.await(done);
    assertThat(order).containsExactly("signalingstatechange", "removetrack", "done");
    assertThat(stream.getTracks()).isEmpty();
  }
}
