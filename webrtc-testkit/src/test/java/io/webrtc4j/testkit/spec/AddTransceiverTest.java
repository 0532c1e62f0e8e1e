package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpCodec;
import io.webrtc4j.RTCRtpEncodingParameters;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCRtpTransceiverInit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** addTransceiver and what it takes as sendEncodings (§5.1). */
class AddTransceiverTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;

  private static RTCRtpEncodingParameters.Builder encoding() {
    return RTCRtpEncodingParameters.builder();
  }

  private static RTCRtpEncodingParameters rid(String rid) {
    return encoding().rid(rid).build();
  }

  private RTCRtpTransceiver video(RTCRtpEncodingParameters... encodings) {
    return a.addTransceiver(
        "video", RTCRtpTransceiverInit.builder().sendEncodings(encodings).build());
  }

  private RTCRtpTransceiver audio(RTCRtpEncodingParameters... encodings) {
    return a.addTransceiver(
        "audio", RTCRtpTransceiverInit.builder().sendEncodings(encodings).build());
  }

  private static List<RTCRtpEncodingParameters> encodings(RTCRtpTransceiver transceiver) {
    return transceiver.sender().getParameters().encodings();
  }

  private static List<Double> scales(RTCRtpTransceiver transceiver) {
    return encodings(transceiver).stream()
        .map(RTCRtpEncodingParameters::scaleResolutionDownBy)
        .toList();
  }

  @Test
  void aKindIsEnough() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.SENDRECV);
    assertThat(transceiver.currentDirection()).isNull();
    assertThat(transceiver.mid()).isNull();
    assertThat(transceiver.sender().track()).isNull();
    assertThat(transceiver.receiver().track().kind()).isEqualTo("audio");
    assertThat(transceiver.receiver().track().muted()).isTrue();
    assertThat(a.getTransceivers()).containsExactly(transceiver);
    assertThat(a.getSenders()).containsExactly(transceiver.sender());
    assertThat(a.getReceivers()).containsExactly(transceiver.receiver());
  }

  @Test
  void aTrackIsSentInItsDirection() {
    MediaStreamTrack track = MediaStreamTrack.video();
    RTCRtpTransceiver transceiver =
        a.addTransceiver(track, new RTCRtpTransceiverInit(RTCRtpTransceiverDirection.INACTIVE));
    assertThat(transceiver.sender().track()).isSameAs(track);
    assertThat(transceiver.direction()).isEqualTo(RTCRtpTransceiverDirection.INACTIVE);
    assertThat(transceiver.receiver().track().kind()).isEqualTo("video");
    assertThat(transceiver.receiver().track()).isNotSameAs(track);
    assertThat(a.addTransceiver(track)).isNotSameAs(transceiver);
  }

  @Test
  void theTransceiversComeInTheOrderOfTheirCalls() {
    RTCRtpTransceiver first = a.addTransceiver("video");
    RTCRtpTransceiver second = a.addTransceiver("audio");
    a.addTrack(MediaStreamTrack.video());
    assertThat(a.getTransceivers()).containsExactly(first, second);
    RTCRtpSender third = a.addTrack(MediaStreamTrack.video());
    assertThat(a.getSenders()).containsExactly(first.sender(), second.sender(), third);
  }

  @Test
  void anotherKindIsNoKind() {
    assertThat(Peers.thrown(() -> a.addTransceiver("invalid"))).isEqualTo("TypeError");
    assertThat(Peers.thrown(() -> a.addTransceiver(""))).isEqualTo("TypeError");
    a.close();
    assertThat(Peers.thrown(() -> a.addTransceiver("invalid"))).isEqualTo("TypeError");
    assertThat(Peers.thrown(() -> a.addTransceiver("audio"))).isEqualTo("InvalidStateError");
    assertThat(Peers.thrown(() -> a.addTransceiver(MediaStreamTrack.audio())))
        .isEqualTo("InvalidStateError");
  }

  @Test
  void streamsAreNamedInTheOffer() {
    MediaStream one = new MediaStream();
    MediaStream two = new MediaStream();
    a.addTransceiver(
        MediaStreamTrack.audio(), RTCRtpTransceiverInit.builder().streams(one, two).build());
    assertThat(peers.await(a.createOffer()).sdp())
        .contains("a=msid:" + one.id())
        .contains("a=msid:" + two.id());
  }

  @Test
  void oneEncodingIsThereByDefault() {
    assertThat(encodings(a.addTransceiver("audio")))
        .containsExactly(RTCRtpEncodingParameters.defaults());
    assertThat(encodings(a.addTransceiver("video")))
        .containsExactly(encoding().scaleResolutionDownBy(1.0).build());
  }

  @Test
  void namesOfEncodingsAreCheckedOneByOneAndAgainstEachOther() {
    for (String bad : List.of("", "%", "a b", "-!", "x".repeat(256))) {
      assertThat(Peers.thrown(() -> video(rid(bad), rid("ok")))).as(bad).isEqualTo("TypeError");
    }
    assertThat(Peers.thrown(() -> video(rid("a"), rid("a")))).isEqualTo("TypeError");
    assertThat(Peers.thrown(() -> video(rid("a"), encoding().build()))).isEqualTo("TypeError");
    assertThat(Peers.thrown(() -> video(encoding().build(), rid("a")))).isEqualTo("TypeError");
    assertThat(a.getTransceivers()).isEmpty();
    peers.settle();
  }

  @Test
  void aLoneEncodingHasNoName() {
    assertThat(encodings(video(rid("foo"))).get(0).rid()).isNull();
  }

  @Test
  void severalEncodingsKeepTheirOrderAndGetSmallerToLarger() {
    RTCRtpTransceiver transceiver = video(rid("q"), rid("h"), rid("f"));
    assertThat(encodings(transceiver).stream().map(RTCRtpEncodingParameters::rid))
        .containsExactly("q", "h", "f");
    assertThat(scales(transceiver)).containsExactly(4.0, 2.0, 1.0);
  }

  @Test
  void aScaleThatIsGivenOnceIsOneForTheOthers() {
    RTCRtpTransceiver transceiver =
        video(rid("a"), encoding().rid("b").scaleResolutionDownBy(3).build(), rid("c"));
    assertThat(scales(transceiver)).containsExactly(1.0, 3.0, 1.0);
  }

  @Test
  void whatIsOutOfRangeIsARangeError() {
    assertThat(Peers.thrown(() -> video(encoding().scaleResolutionDownBy(0.5).build())))
        .isEqualTo("RangeError");
    assertThat(Peers.thrown(() -> video(encoding().scaleResolutionDownBy(-1).build())))
        .isEqualTo("RangeError");
    assertThat(Peers.thrown(() -> video(encoding().maxFramerate(-1).build())))
        .isEqualTo("RangeError");
    assertThat(a.getTransceivers()).isEmpty();
  }

  @Test
  void audioHasNoPictureToScale() {
    RTCRtpTransceiver transceiver =
        audio(encoding().scaleResolutionDownBy(0.5).maxFramerate(-1).maxBitrate(1000).build());
    assertThat(encodings(transceiver)).containsExactly(encoding().maxBitrate(1000).build());
  }

  @Test
  void whatIsGivenIsKept() {
    RTCRtpEncodingParameters given =
        encoding().active(false).maxBitrate(5000).maxFramerate(10).scaleResolutionDownBy(2).build();
    assertThat(encodings(video(given))).containsExactly(given);
  }

  @Test
  void moreEncodingsThanCanBeSentAreCutFromTheEnd() {
    RTCRtpEncodingParameters[] many = new RTCRtpEncodingParameters[20];
    Arrays.setAll(many, i -> rid("r" + i));
    List<RTCRtpEncodingParameters> kept = encodings(video(many));
    assertThat(kept).hasSizeLessThan(20);
    assertThat(kept.get(0).rid()).isEqualTo("r0");
    assertThat(kept.get(kept.size() - 1).scaleResolutionDownBy()).isEqualTo(1.0);
    assertThat(encodings(audio(rid("a"), rid("b")))).hasSize(1);
  }

  @Test
  void anEncodingsCodecIsOneThatCanBeSent() {
    RTCRtpCodec known = RTCRtpSender.getCapabilities("video").codecs().get(0);
    assertThat(encodings(video(encoding().codec(known).build())).get(0).codec()).isEqualTo(known);
    RTCRtpCodec unknown = new RTCRtpCodec("video/unheard-of", 90000);
    assertThat(Peers.thrown(() -> video(encoding().codec(unknown).build())))
        .isEqualTo("OperationError");
    RTCRtpCodec sound = RTCRtpSender.getCapabilities("audio").codecs().get(0);
    assertThat(Peers.thrown(() -> video(encoding().codec(sound).build())))
        .isEqualTo("OperationError");
  }

  @Test
  void simulcastIsOfferedAndAStateOfAllLayersStays() {
    RTCRtpTransceiver transceiver = video(rid("q"), rid("h"), rid("f"));
    String sdp = peers.await(a.createOffer()).sdp();
    assertThat(sdp)
        .contains("a=rid:q send")
        .contains("a=rid:h send")
        .contains("a=rid:f send")
        .contains("a=simulcast:send q;h;f");
    assertThat(encodings(transceiver)).hasSize(3);
  }

  @Test
  void aPeerThatTakesNoSimulcastGetsTheFirstLayer() {
    RTCRtpTransceiver transceiver = video(rid("q"), rid("h"));
    peers.await(a.setLocalDescription());
    String offer =
        Peers.local(a)
            .sdp()
            .replaceAll("a=rid:[^\r]*\r\n", "")
            .replaceAll("a=simulcast:[^\r]*\r\n", "");
    peers.await(peers.b.setRemoteDescription(Peers.offer(offer)));
    peers.answer(peers.b, a);
    assertThat(encodings(transceiver)).hasSize(1);
  }
}
