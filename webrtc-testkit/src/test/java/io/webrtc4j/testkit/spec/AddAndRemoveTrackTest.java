package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCRtpTransceiverInit;
import org.junit.jupiter.api.Test;

/** addTrack and removeTrack (§5.1). */
class AddAndRemoveTrackTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private static RTCRtpTransceiverInit init(RTCRtpTransceiverDirection direction) {
    return new RTCRtpTransceiverInit(direction);
  }

  @Test
  void aNewTrackHasATransceiverThatSendsAndReceives() {
    MediaStreamTrack track = MediaStreamTrack.video();
    RTCRtpSender sender = a.addTrack(track);
    assertThat(sender.track()).isSameAs(track);
    assertThat(sender.transport()).isNull();
    assertThat(sender.dtmf()).isNull();
    assertThat(a.getSenders()).containsExactly(sender);
    RTCRtpTransceiver transceiver = a.getTransceivers().get(0);
    assertThat(transceiver.sender()).isSameAs(sender);
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    assertThat(transceiver.currentDirection()).isNull();
    assertThat(transceiver.mid()).isNull();
    assertThat(transceiver.receiver().track().kind()).isEqualTo("video");
    assertThat(a.getReceivers()).containsExactly(transceiver.receiver());
  }

  @Test
  void streamsOfWhichTheTrackIsNoMemberAreFineAndCountOnce() {
    MediaStream stream = new MediaStream();
    a.addTrack(MediaStreamTrack.audio(), stream, stream, new MediaStream());
    assertThat(stream.getTracks()).isEmpty();
    String sdp = peers.await(a.createOffer()).sdp();
    assertThat(sdp.lines().filter(line -> line.startsWith("a=msid:"))).hasSize(2);
  }

  @Test
  void theSameTrackIsAddedOnce() {
    MediaStreamTrack track = MediaStreamTrack.audio();
    a.addTrack(track);
    assertThat(Peers.thrown(() -> a.addTrack(track))).isEqualTo("InvalidAccessError");
    assertThat(Peers.thrown(() -> a.addTrack(track, new MediaStream())))
        .isEqualTo("InvalidAccessError");
    assertThat(a.getSenders()).hasSize(1);
    b.addTrack(track); // Another connection may have it.
    a.addTransceiver(track); // So may another transceiver.
    assertThat(a.getSenders()).hasSize(2);
  }

  @Test
  void aSenderThatNeverSentIsUsed() {
    RTCRtpTransceiver free = a.addTransceiver("audio", init(RTCRtpTransceiverDirection.RECVONLY));
    MediaStreamTrack track = MediaStreamTrack.audio();
    assertThat(a.addTrack(track)).isSameAs(free.sender());
    assertThat(free.sender().track()).isSameAs(track);
    assertThat(free.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    RTCRtpTransceiver inactive =
        a.addTransceiver("audio", init(RTCRtpTransceiverDirection.INACTIVE));
    assertThat(a.addTrack(MediaStreamTrack.audio())).isSameAs(inactive.sender());
    assertThat(inactive.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
    RTCRtpTransceiver sending =
        a.addTransceiver("audio", init(RTCRtpTransceiverDirection.SENDONLY));
    assertThat(a.addTrack(MediaStreamTrack.audio())).isSameAs(sending.sender());
    assertThat(sending.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
  }

  @Test
  void aSenderOfTheOtherKindIsNotUsed() {
    RTCRtpTransceiver video = a.addTransceiver("video");
    assertThat(a.addTrack(MediaStreamTrack.audio())).isNotSameAs(video.sender());
    assertThat(a.getTransceivers()).hasSize(2);
  }

  @Test
  void aSenderThatSentIsNotUsedAgain() {
    MediaStreamTrack track = MediaStreamTrack.audio();
    RTCRtpSender sender = a.addTrack(track);
    peers.negotiate();
    a.removeTrack(sender);
    assertThat(a.addTrack(track)).isNotSameAs(sender);
    assertThat(a.getSenders()).hasSize(2);
  }

  @Test
  void aSenderThatWasTakenBackBeforeItSentIsUsedAgain() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    a.removeTrack(sender);
    assertThat(a.addTrack(MediaStreamTrack.audio())).isSameAs(sender);
  }

  @Test
  void aSenderThatOnlyReceivedIsUsed() {
    RTCRtpTransceiver transceiver =
        a.addTransceiver("audio", init(RTCRtpTransceiverDirection.RECVONLY));
    b.addTrack(MediaStreamTrack.audio());
    peers.negotiate();
    assertThat(transceiver.currentDirection()).isNotNull();
    assertThat(a.addTrack(MediaStreamTrack.audio())).isSameAs(transceiver.sender());
  }

  @Test
  void aStoppedSenderIsNotUsed() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    transceiver.stop();
    assertThat(a.addTrack(MediaStreamTrack.audio())).isNotSameAs(transceiver.sender());
  }

  @Test
  void aRemovedTrackLeavesItsSenderBehind() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    a.removeTrack(sender);
    assertThat(sender.track()).isNull();
    assertThat(a.getSenders()).containsExactly(sender);
    assertThat(a.getTransceivers().get(0).direction())
        .isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
    a.removeTrack(sender);
    assertThat(a.getTransceivers().get(0).direction())
        .isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
  }

  @Test
  void eachDirectionLosesItsSending() {
    for (RTCRtpTransceiverDirection direction : RTCRtpTransceiverDirection.values()) {
      if (direction == RTCRtpTransceiverDirection.STOPPED) {
        continue;
      }
      RTCRtpTransceiver transceiver = a.addTransceiver(MediaStreamTrack.audio(), init(direction));
      a.removeTrack(transceiver.sender());
      assertThat(transceiver.direction())
          .isEqualTo(
              switch (direction) {
                case SENDRECV, RECVONLY -> RTCRtpTransceiverDirection.RECVONLY;
                default -> RTCRtpTransceiverDirection.INACTIVE;
              });
    }
  }

  @Test
  void aSenderWithoutATrackKeepsItsDirection() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    a.removeTrack(transceiver.sender());
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
  }

  @Test
  void whatIsAgreedChangesWithTheNextExchange() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    b.addTrack(MediaStreamTrack.audio());
    peers.negotiate();
    RTCRtpTransceiver transceiver = a.getTransceivers().get(0);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    a.removeTrack(sender);
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    peers.negotiate();
    assertThat(transceiver.currentDirection()).isEqualTo(RTCRtpTransceiverDirection.RECVONLY);
    assertThat(b.getTransceivers().get(0).currentDirection())
        .isEqualTo(RTCRtpTransceiverDirection.SENDONLY);
  }

  @Test
  void anotherConnectionsSenderIsRefused() {
    RTCRtpSender sender = b.addTrack(MediaStreamTrack.audio());
    assertThat(Peers.thrown(() -> a.removeTrack(sender))).isEqualTo("InvalidAccessError");
    assertThat(sender.track()).isNotNull();
  }

  @Test
  void aStoppedSendersTrackStays() {
    RTCRtpTransceiver transceiver = a.addTransceiver(MediaStreamTrack.audio());
    transceiver.stop();
    a.removeTrack(transceiver.sender());
    assertThat(transceiver.sender().track()).isNotNull();
  }

  @Test
  void aSenderThatARollbackTookIsLeftAlone() {
    b.addTransceiver("audio");
    peers.offer(b, a);
    RTCRtpSender sender = a.getSenders().get(0);
    peers.await(sender.replaceTrack(MediaStreamTrack.audio()));
    peers.await(a.setRemoteDescription(Peers.rollback()));
    assertThat(a.getSenders()).isEmpty();
    a.removeTrack(sender);
    assertThat(sender.track()).isNotNull();
  }

  @Test
  void aClosedConnectionRefusesBoth() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    RTCRtpSender others = b.addTrack(MediaStreamTrack.audio());
    a.close();
    assertThat(Peers.thrown(() -> a.addTrack(MediaStreamTrack.audio())))
        .isEqualTo("InvalidStateError");
    assertThat(Peers.thrown(() -> a.removeTrack(sender))).isEqualTo("InvalidStateError");
    assertThat(Peers.thrown(() -> a.removeTrack(others))).isEqualTo("InvalidStateError");
  }
}
