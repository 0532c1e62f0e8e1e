package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.MediaStreamTrackState;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCDtlsTransport;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCSessionDescription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What close() ends, and what it leaves (§4.4.2). */
class CloseTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  @Test
  void allStatesAreClosedAtOnce() {
    a.close();
    assertThat(a.signalingState().toString()).isEqualTo("closed");
    assertThat(a.iceConnectionState().toString()).isEqualTo("closed");
    assertThat(a.connectionState().toString()).isEqualTo("closed");
    a.close();
    assertThat(a.connectionState().toString()).isEqualTo("closed");
  }

  @Test
  void noEventFollows() {
    RTCDataChannel channel = a.createDataChannel("data");
    a.addTransceiver("audio");
    peers.connect();
    peers.settle();
    List<String> events = Peers.events(a);
    RTCDtlsTransport dtls = a.sctp().transport();
    dtls.onStateChange(event -> events.add("dtls"));
    dtls.iceTransport().onStateChange(event -> events.add("ice"));
    a.sctp().onStateChange(event -> events.add("sctp"));
    channel.onClose(event -> events.add("close"));
    channel.onClosing(event -> events.add("closing"));
    channel.onError(event -> events.add("error"));
    a.onIceCandidate(event -> events.add("candidate"));
    a.close();
    peers.settle();
    assertThat(events).isEmpty();
    assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.CLOSED);
    assertThat(dtls.state().toString()).isEqualTo("closed");
    assertThat(dtls.iceTransport().state().toString()).isEqualTo("closed");
    assertThat(dtls.iceTransport().getSelectedCandidatePair()).isNull();
    assertThat(a.sctp().state().toString()).isEqualTo("closed");
  }

  @Test
  void whatWasQueuedIsNotToldEither() {
    a.addTransceiver("audio");
    a.createDataChannel("data");
    List<String> events = Peers.events(a);
    Peers.start(a.setLocalDescription());
    a.close();
    peers.settle();
    assertThat(events).isEmpty();
    assertThat(a.localDescription()).isNull();
  }

  @Test
  void transceiversStopAndTheirTracksEnd() {
    RTCRtpTransceiver transceiver = a.addTransceiver(MediaStreamTrack.audio());
    peers.negotiate();
    MediaStreamTrack there = b.getReceivers().get(0).track();
    List<String> ended = new ArrayList<>();
    transceiver.receiver().track().onEnded(event -> ended.add("a"));
    there.onEnded(event -> ended.add("b"));
    a.close();
    assertThat(transceiver.direction().toString()).isEqualTo("stopped");
    assertThat(transceiver.currentDirection().toString()).isEqualTo("stopped");
    peers.settle();
    assertThat(transceiver.receiver().track().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    assertThat(transceiver.sender().track().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(ended).containsExactly("a");
    assertThat(a.getSenders()).isEmpty();
    assertThat(a.getReceivers()).isEmpty();
  }

  @Test
  void descriptionsStayReadable() {
    a.addTransceiver("audio");
    peers.negotiate();
    RTCSessionDescription local = a.localDescription();
    a.close();
    assertThat(a.localDescription()).isEqualTo(local);
    assertThat(a.remoteDescription()).isNotNull();
    assertThat(a.getTransceivers()).hasSize(1);
  }

  @Test
  void whatIsAskedOfAClosedConnectionIsRefused() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    a.close();
    String error = "InvalidStateError";
    assertThat(peers.refused(a.createOffer())).isEqualTo(error);
    assertThat(peers.refused(a.createAnswer())).isEqualTo(error);
    assertThat(peers.refused(a.setLocalDescription())).isEqualTo(error);
    assertThat(peers.refused(a.setRemoteDescription(Peers.offer("v=0")))).isEqualTo(error);
    assertThat(peers.refused(a.addIceCandidate())).isEqualTo(error);
    assertThat(Peers.thrown(() -> a.addTrack(MediaStreamTrack.audio()))).isEqualTo(error);
    assertThat(Peers.thrown(() -> a.addTransceiver("audio"))).isEqualTo(error);
    assertThat(Peers.thrown(() -> a.removeTrack(transceiver.sender()))).isEqualTo(error);
    assertThat(Peers.thrown(() -> a.createDataChannel("x"))).isEqualTo(error);
    assertThat(Peers.thrown(() -> a.setConfiguration(a.getConfiguration()))).isEqualTo(error);
    assertThat(Peers.thrown(transceiver::stop)).isEqualTo(error);
    assertThat(Peers.thrown(() -> transceiver.sender().setStreams())).isEqualTo(error);
    a.restartIce(); // Which the specification lets pass.
    peers.settle();
  }

  @Test
  void closingFromAListenerEndsWhatFollows() {
    a.addTransceiver("audio");
    a.addTransceiver("video");
    peers.await(a.setLocalDescription());
    List<String> events = new ArrayList<>();
    b.onTrack(
        event -> {
          events.add(event.track().kind());
          b.close();
        });
    b.onNegotiationNeeded(event -> events.add("negotiationneeded"));
    Peers.start(b.setRemoteDescription(Peers.local(a)));
    peers.settle();
    assertThat(events.get(0)).isEqualTo("audio");
    assertThat(events).doesNotContain("negotiationneeded");
    assertThat(b.connectionState().toString()).isEqualTo("closed");
  }

  @Test
  void thePeerStaysConnectedUntilConsentEndsButItsTransportsHearOfIt() {
    a.createDataChannel("data");
    peers.connect();
    peers.settle();
    List<String> events = new ArrayList<>();
    b.sctp().transport().onStateChange(e -> events.add("dtls " + b.sctp().transport().state()));
    a.close();
    peers.settle();
    assertThat(events).containsExactly("dtls closed");
    assertThat(b.signalingState().toString()).isEqualTo("stable");
    assertThat(b.iceConnectionState().toString()).isNotEqualTo("closed");
  }
}
