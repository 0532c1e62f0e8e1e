package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.MediaStreamTrackState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCTrackEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A transceiver's mid, directions, and its end (§5.4). */
class TransceiverLifeTest {
  private static final RTCRtpTransceiverDirection STOPPED = RTCRtpTransceiverDirection.STOPPED;

  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private static List<String> sections(RTCPeerConnection connection) {
    return connection.localDescription().sdp().lines().filter(l -> l.startsWith("m=")).toList();
  }

  @Test
  void theMidIsTheSameOnBothSides() {
    RTCRtpTransceiver audio = a.addTransceiver("audio");
    RTCRtpTransceiver video = a.addTransceiver("video");
    peers.offer(a, b);
    assertThat(audio.mid()).isNotNull().isNotEqualTo(video.mid());
    assertThat(b.getTransceivers().stream().map(RTCRtpTransceiver::mid))
        .containsExactly(audio.mid(), video.mid());
    String before = audio.mid();
    peers.answer(b, a);
    assertThat(audio.mid()).isEqualTo(before);
  }

  @Test
  void transceiversFromAddTrackMeetThePeersAndOthersDoNot() {
    b.addTrack(MediaStreamTrack.audio());
    RTCRtpTransceiver apart = b.addTransceiver("video");
    a.addTransceiver("audio");
    a.addTransceiver("video");
    peers.negotiate();
    assertThat(b.getTransceivers()).hasSize(3);
    assertThat(b.getTransceivers().get(0).mid()).isEqualTo(a.getTransceivers().get(0).mid());
    assertThat(apart.mid()).isNull();
    assertThat(b.getTransceivers().get(2).mid()).isEqualTo(a.getTransceivers().get(1).mid());
  }

  @Test
  void eachPairOfDirectionsMeets() {
    List<RTCRtpTransceiverDirection> all =
        List.of(
            RTCRtpTransceiverDirection.SENDRECV,
            RTCRtpTransceiverDirection.SENDONLY,
            RTCRtpTransceiverDirection.RECVONLY,
            RTCRtpTransceiverDirection.INACTIVE);
    RTCRtpTransceiver here = a.addTransceiver("audio");
    peers.negotiate();
    RTCRtpTransceiver there = b.getTransceivers().get(0);
    for (RTCRtpTransceiverDirection left : all) {
      for (RTCRtpTransceiverDirection right : all) {
        here.setDirection(left);
        there.setDirection(right);
        peers.negotiate();
        boolean forth = sends(left) && receives(right);
        boolean back = sends(right) && receives(left);
        assertThat(here.currentDirection()).isEqualTo(direction(forth, back));
        assertThat(there.currentDirection()).isEqualTo(direction(back, forth));
        assertThat(here.direction()).isEqualTo(left);
        assertThat(there.direction()).isEqualTo(right);
      }
    }
  }

  private static boolean sends(RTCRtpTransceiverDirection direction) {
    return direction == RTCRtpTransceiverDirection.SENDRECV
        || direction == RTCRtpTransceiverDirection.SENDONLY;
  }

  private static boolean receives(RTCRtpTransceiverDirection direction) {
    return direction == RTCRtpTransceiverDirection.SENDRECV
        || direction == RTCRtpTransceiverDirection.RECVONLY;
  }

  private static RTCRtpTransceiverDirection direction(boolean sends, boolean receives) {
    if (sends) {
      return receives ? RTCRtpTransceiverDirection.SENDRECV : RTCRtpTransceiverDirection.SENDONLY;
    }
    return receives ? RTCRtpTransceiverDirection.RECVONLY : RTCRtpTransceiverDirection.INACTIVE;
  }

  @Test
  void theDirectionIsAWishUntilItIsAgreed() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    peers.offer(a, b);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    peers.answer(b, a);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
  }

  @Test
  void stoppedIsNoDirectionToSet() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    assertThat(Peers.thrown(() -> transceiver.setDirection(STOPPED))).isEqualTo("TypeError");
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    transceiver.stop();
    assertThat(Peers.thrown(() -> transceiver.setDirection(STOPPED)))
        .isEqualTo("InvalidStateError");
    assertThat(Peers.thrown(() -> transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE)))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void stoppingShowsAtOnceAndIsAgreedLater() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    peers.negotiate();
    RTCRtpTransceiver transceiver = a.getTransceivers().get(0);
    List<String> ended = new ArrayList<>();
    transceiver.receiver().track().onEnded(event -> ended.add(event.type()));
    transceiver.stop();
    assertThat(transceiver.direction()).isEqualTo(STOPPED);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    assertThat(transceiver.mid()).isNotNull();
    assertThat(a.getTransceivers()).containsExactly(transceiver);
    assertThat(a.getSenders()).hasSize(1);
    peers.settle();
    assertThat(ended).containsExactly("ended");
    assertThat(transceiver.receiver().track().readyState()).isEqualTo(MediaStreamTrackState.ENDED);

    RTCRtpTransceiver there = b.getTransceivers().get(0);
    peers.offer(a, b);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    assertThat(there.direction()).isEqualTo(STOPPED);
    assertThat(there.currentDirection()).isEqualTo(STOPPED);
    peers.answer(b, a);
    assertThat(transceiver.currentDirection()).isEqualTo(STOPPED);
    assertThat(a.getTransceivers()).isEmpty();
    assertThat(b.getTransceivers()).isEmpty();
    assertThat(a.getSenders()).isEmpty();
    assertThat(a.getReceivers()).isEmpty();
    assertThat(sections(a)).singleElement().asString().startsWith("m=audio 0 ");
  }

  @Test
  void thePeersTrackEndsWithTheOfferThatStopsIt() {
    a.addTrack(MediaStreamTrack.audio(), new MediaStream());
    List<RTCTrackEvent> tracks = Peers.trackEvents(b);
    peers.negotiate();
    MediaStream stream = tracks.get(0).streams().get(0);
    a.getTransceivers().get(0).stop();
    peers.offer(a, b);
    peers.settle();
    assertThat(tracks.get(0).track().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    assertThat(stream.getTracks()).isEmpty();
    assertThat(tracks).hasSize(1);
  }

  @Test
  void aTransceiverThatOneSideStopsInTheAnswerIsStoppedByTheNextOffer() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCRtpTransceiver there = b.getTransceivers().get(0);
    there.stop();
    peers.answer(b, a); // A stopping transceiver does not change the answer.
    assertThat(there.direction()).isEqualTo(STOPPED);
    assertThat(there.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(a.getTransceivers().get(0).direction())
        .isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    peers.negotiate(b, a);
    assertThat(a.getTransceivers()).isEmpty();
    assertThat(b.getTransceivers()).isEmpty();
    assertThat(there.currentDirection()).isEqualTo(STOPPED);
  }

  @Test
  void theSectionOfAStoppedTransceiverIsUsedAgain() {
    RTCRtpTransceiver first = a.addTransceiver("audio");
    RTCRtpTransceiver second = a.addTransceiver("audio");
    peers.negotiate();
    String oldMid = first.mid();
    first.stop();
    peers.negotiate();
    assertThat(sections(a)).hasSize(2);
    RTCRtpTransceiver third = a.addTransceiver("video");
    peers.negotiate();
    assertThat(sections(a)).hasSize(2);
    assertThat(sections(a).get(0)).startsWith("m=video ").doesNotStartWith("m=video 0 ");
    assertThat(third.mid()).isNotNull().isNotEqualTo(oldMid).isNotEqualTo(second.mid());
    assertThat(a.getTransceivers()).containsExactly(second, third);
    assertThat(b.getTransceivers()).hasSize(2);
    assertThat(b.getTransceivers().get(1).receiver().track().kind()).isEqualTo("video");
  }

  @Test
  void aTransceiverStoppedBeforeItsFirstOfferIsNeverOffered() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    transceiver.stop();
    peers.await(a.setLocalDescription());
    assertThat(sections(a)).isEmpty();
    assertThat(transceiver.mid()).isNull();
    peers.await(b.setRemoteDescription(Peers.local(a)));
    peers.answer(b, a);
    assertThat(transceiver.direction()).isEqualTo(STOPPED);
  }

  @Test
  void stoppingTwiceOrAfterTheEndIsNothing() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    peers.negotiate();
    transceiver.stop();
    transceiver.stop();
    peers.negotiate();
    transceiver.stop();
    assertThat(transceiver.currentDirection()).isEqualTo(STOPPED);
    a.close();
    assertThat(Peers.thrown(transceiver::stop)).isEqualTo("InvalidStateError");
  }

  @Test
  void bothMayStopTheSameAtOnce() {
    a.addTransceiver("audio");
    peers.negotiate();
    a.getTransceivers().get(0).stop();
    b.getTransceivers().get(0).stop();
    peers.negotiate();
    peers.negotiate(b, a);
    assertThat(a.getTransceivers()).isEmpty();
    assertThat(b.getTransceivers()).isEmpty();
  }

  @Test
  void anAnswerThatRejectsASectionStopsItsTransceiver() {
    RTCRtpTransceiver audio = a.addTransceiver("audio");
    RTCRtpTransceiver video = a.addTransceiver("video");
    peers.offer(a, b);
    peers.await(b.setLocalDescription());
    String answer = Peers.local(b).sdp();
    String rejected =
        answer
            .replaceFirst("m=video \\d+ ", "m=video 0 ")
            .replaceFirst(
                "a=group:BUNDLE " + audio.mid() + " " + video.mid(),
                "a=group:BUNDLE " + audio.mid());
    peers.await(a.setRemoteDescription(new RTCSessionDescriptionInit(RTCSdpType.ANSWER, rejected)));
    assertThat(video.currentDirection()).isEqualTo(STOPPED);
    assertThat(video.direction()).isEqualTo(STOPPED);
    assertThat(a.getTransceivers()).containsExactly(audio);
  }

  @Test
  void thereIsASenderAndAReceiverForGood() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    var sender = transceiver.sender();
    var receiver = transceiver.receiver();
    peers.negotiate();
    assertThat(transceiver.sender()).isSameAs(sender);
    assertThat(transceiver.receiver()).isSameAs(receiver);
    assertThat(a.getTransceivers().get(0)).isSameAs(transceiver);
  }
}
