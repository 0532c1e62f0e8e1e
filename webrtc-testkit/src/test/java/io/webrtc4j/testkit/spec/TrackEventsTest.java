package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.MediaStreamTrackState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpReceiver;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCRtpTransceiverInit;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCTrackEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the peer's tracks and streams come and go (§5.1.1, §5.7, §9). */
class TrackEventsTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;
  private final List<RTCTrackEvent> tracks = Peers.trackEvents(b);

  private static RTCRtpTransceiverInit init(RTCRtpTransceiverDirection direction) {
    return new RTCRtpTransceiverInit(direction);
  }

  private static List<String> ids(List<MediaStream> streams) {
    return streams.stream().map(MediaStream::id).toList();
  }

  @Test
  void aTrackComesWithItsReceiverTransceiverAndStreams() {
    MediaStream one = new MediaStream();
    MediaStream two = new MediaStream();
    a.addTrack(MediaStreamTrack.audio(), one, two);
    peers.offer(a, b);
    assertThat(tracks).hasSize(1);
    RTCTrackEvent event = tracks.get(0);
    assertThat(event.type()).isEqualTo("track");
    assertThat(ids(event.streams())).containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(event.streams()).allMatch(each -> each.getTracks().equals(List.of(event.track())));
    assertThat(event.receiver()).isSameAs(b.getReceivers().get(0));
    assertThat(event.transceiver()).isSameAs(b.getTransceivers().get(0));
    assertThat(event.track()).isSameAs(event.receiver().track());
    assertThat(event.track().kind()).isEqualTo("audio");
    assertThat(event.track().muted()).isTrue();
    assertThat(event.track().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(event.transceiver().direction()).isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
    assertThat(event.transceiver().currentDirection()).isNull();
    assertThat(event.transceiver().sender().track()).isNull();
  }

  @Test
  void aTrackWithoutStreamsComesWithoutStreams() {
    a.addTrack(MediaStreamTrack.audio());
    peers.offer(a, b);
    assertThat(tracks).hasSize(1);
    assertThat(tracks.get(0).streams()).isEmpty();
  }

  @Test
  void aDescriptionWithoutMsidsHasOneStreamForAll() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    a.addTrack(MediaStreamTrack.video(), new MediaStream());
    String offer = peers.await(a.createOffer()).sdp();
    String without = offer.replaceAll("a=msid:[^\r]*\r\n", "");
    assertThat(without).isNotEqualTo(offer);
    peers.await(b.setRemoteDescription(Peers.offer(without)));
    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(0).streams()).hasSize(1).isEqualTo(tracks.get(1).streams());
  }

  @Test
  void tracksComeInTheOrderOfTheSections() {
    a.addTransceiver("video");
    a.addTransceiver("audio");
    a.addTransceiver("video");
    peers.offer(a, b);
    assertThat(tracks.stream().map(each -> each.track().kind()))
        .containsExactly("video", "audio", "video");
    assertThat(tracks.stream().map(RTCTrackEvent::transceiver).toList())
        .isEqualTo(b.getTransceivers());
  }

  @Test
  void onlyWhatThePeerSendsIsATrack() {
    a.addTransceiver("audio", init(RTCRtpTransceiverDirection.SENDRECV));
    a.addTransceiver("audio", init(RTCRtpTransceiverDirection.SENDONLY));
    a.addTransceiver("audio", init(RTCRtpTransceiverDirection.RECVONLY));
    a.addTransceiver("audio", init(RTCRtpTransceiverDirection.INACTIVE));
    peers.offer(a, b);
    assertThat(b.getTransceivers()).hasSize(4);
    assertThat(tracks.stream().map(RTCTrackEvent::transceiver))
        .containsExactly(b.getTransceivers().get(0), b.getTransceivers().get(1));
  }

  @Test
  void theAnswererSendsWhatItWantsAndTheOffererHearsOfIt() {
    a.addTransceiver("audio");
    List<RTCTrackEvent> atA = Peers.trackEvents(a);
    peers.offer(a, b);
    MediaStream back = new MediaStream();
    b.addTrack(MediaStreamTrack.audio(), back);
    peers.answer(b, a);
    assertThat(atA).hasSize(1);
    assertThat(ids(atA.get(0).streams())).containsExactly(back.id());
    assertThat(atA.get(0).transceiver()).isSameAs(a.getTransceivers().get(0));
  }

  @Test
  void aTrackOfAProvisionalAnswerIsNotToldAgainByTheFinalOne() {
    a.addTransceiver("audio");
    List<RTCTrackEvent> atA = Peers.trackEvents(a);
    peers.offer(a, b);
    b.addTrack(MediaStreamTrack.audio(), new MediaStream());
    var answer = peers.await(b.createAnswer());
    peers.await(a.setRemoteDescription(Peers.as(RTCSdpType.PRANSWER, answer)));
    assertThat(atA).hasSize(1);
    peers.await(a.setRemoteDescription(answer));
    assertThat(atA).hasSize(1);
  }

  @Test
  void whatIsKnownIsNotToldAgain() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    peers.negotiate();
    peers.negotiate();
    peers.negotiate(b, a);
    assertThat(tracks).hasSize(1);
  }

  @Test
  void tracksOfOneStreamShareTheStream() {
    MediaStream stream = new MediaStream();
    a.addTrack(MediaStreamTrack.audio(), stream);
    peers.negotiate();
    List<String> added = new ArrayList<>();
    MediaStream there = tracks.get(0).streams().get(0);
    there.onAddTrack(event -> added.add(event.track().kind()));
    a.addTrack(MediaStreamTrack.video(), stream);
    peers.negotiate();
    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(1).streams().get(0)).isSameAs(there);
    assertThat(there.getTracks()).hasSize(2);
    assertThat(added).containsExactly("video");
  }

  @Test
  void aRemovedTrackLeavesItsStreamAndComesBackAsTheSame() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    peers.negotiate();
    MediaStream there = tracks.get(0).streams().get(0);
    MediaStreamTrack track = tracks.get(0).track();
    List<String> removed = new ArrayList<>();
    List<String> ended = new ArrayList<>();
    there.onRemoveTrack(event -> removed.add(event.type()));
    track.onEnded(event -> ended.add(event.type()));

    a.removeTrack(sender);
    peers.negotiate();
    peers.settle();
    assertThat(removed).containsExactly("removetrack");
    assertThat(there.getTracks()).isEmpty();
    assertThat(ended).isEmpty();
    assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    assertThat(track.muted()).isTrue();

    a.getTransceivers().get(0).setDirection(RTCRtpTransceiverDirection.SENDRECV);
    peers.negotiate();
    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(1).track()).isSameAs(track);
    assertThat(tracks.get(1).streams()).containsExactly(there);
    assertThat(there.getTracks()).containsExactly(track);
  }

  @Test
  void aTrackThatMovesToAnotherStreamIsTold() {
    MediaStream first = new MediaStream();
    MediaStream second = new MediaStream();
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio(), first);
    peers.negotiate();
    MediaStream there = tracks.get(0).streams().get(0);
    sender.setStreams(second, first);
    peers.negotiate();
    assertThat(tracks).hasSize(2);
    assertThat(ids(tracks.get(1).streams())).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(tracks.get(1).streams()).contains(there);

    sender.setStreams(second);
    peers.negotiate();
    assertThat(tracks).hasSize(2); // Nothing was added.
    assertThat(there.getTracks()).isEmpty();

    sender.setStreams();
    peers.negotiate();
    sender.setStreams(first);
    peers.negotiate();
    assertThat(tracks).hasSize(3);
    assertThat(tracks.get(2).streams()).containsExactly(there);
  }

  @Test
  void theAnswererThatWantsNoneHasTheTrackTakenAway() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    peers.offer(a, b);
    MediaStream there = tracks.get(0).streams().get(0);
    RTCRtpTransceiver transceiver = tracks.get(0).transceiver();
    transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(there.getTracks()).hasSize(1);
    peers.answer(b, a);
    assertThat(there.getTracks()).isEmpty();
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
    // The next offer announces it again, as the offerer still wants to send.
    peers.offer(a, b);
    assertThat(tracks).hasSize(2);
  }

  @Test
  void aTrackLeavesItsStreamWhenItsReceiverStopsIt() {
    a.addTrack(MediaStreamTrack.video(), new MediaStream());
    peers.negotiate();
    MediaStream there = tracks.get(0).streams().get(0);
    List<MediaStreamTrack> removed = new ArrayList<>();
    there.onRemoveTrack(event -> removed.add(event.track()));
    b.getTransceivers().get(0).stop();
    peers.negotiate(b, a);
    assertThat(there.getTracks()).isEmpty();
    assertThat(removed).containsExactly(tracks.get(0).track());
  }

  @Test
  void aReceiverHasItsTrackFromTheBeginning() {
    RTCRtpReceiver receiver = a.addTransceiver("video").receiver();
    assertThat(receiver.track().kind()).isEqualTo("video");
    assertThat(receiver.track().muted()).isTrue();
    assertThat(receiver.track().enabled()).isTrue();
    assertThat(receiver.track().label()).isEqualTo("remote video");
    assertThat(receiver.track().readyState()).isEqualTo(MediaStreamTrackState.LIVE);
    MediaStreamTrack before = receiver.track();
    peers.negotiate();
    assertThat(receiver.track()).isSameAs(before);
  }

  @Test
  void thePeersTracksHaveIdsOfTheirOwn() {
    MediaStreamTrack track = MediaStreamTrack.audio();
    a.addTrack(track);
    a.addTrack(MediaStreamTrack.audio());
    peers.offer(a, b);
    assertThat(tracks.get(0).track().id()).isNotEqualTo(tracks.get(1).track().id());
  }
}
