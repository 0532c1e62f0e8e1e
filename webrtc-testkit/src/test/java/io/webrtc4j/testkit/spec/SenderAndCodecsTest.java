package io.webrtc4j.testkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpCapabilities;
import io.webrtc4j.RTCRtpCodec;
import io.webrtc4j.RTCRtpCodecParameters;
import io.webrtc4j.RTCRtpReceiver;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** replaceTrack, setStreams, capabilities and codec preferences (§5.2, §5.4). */
class SenderAndCodecsTest {
  private final Peers peers = new Peers();
  private final RTCPeerConnection a = peers.a;
  private final RTCPeerConnection b = peers.b;

  private static List<RTCRtpCodec> codecs(String kind) {
    return RTCRtpReceiver.getCapabilities(kind).codecs();
  }

  private static boolean carriesMedia(RTCRtpCodec codec) {
    String name = codec.mimeType().toLowerCase(Locale.ROOT);
    return !name.endsWith("/rtx")
        && !name.endsWith("/red")
        && !name.endsWith("/ulpfec")
        && !name.endsWith("/flexfec-03")
        && !name.endsWith("/cn")
        && !name.endsWith("/telephone-event");
  }

  private static List<RTCRtpCodec> media(String kind) {
    return codecs(kind).stream().filter(SenderAndCodecsTest::carriesMedia).toList();
  }

  private static List<String> payloadTypes(String sdp) {
    String line = sdp.lines().filter(l -> l.startsWith("m=")).findFirst().orElseThrow();
    return List.of(line.split(" ", -1)).subList(3, line.split(" ", -1).length);
  }

  private static List<String> offered(String sdp) {
    return payloadTypes(sdp).stream()
        .map(
            pt ->
                sdp.lines()
                    .filter(l -> l.startsWith("a=rtpmap:" + pt + " "))
                    .findFirst()
                    .map(l -> l.substring(l.indexOf(' ') + 1))
                    .orElse(pt))
        .toList();
  }

  @Test
  void aTrackIsReplacedWithoutNegotiation() {
    MediaStreamTrack first = MediaStreamTrack.audio();
    MediaStreamTrack second = MediaStreamTrack.audio();
    RTCRtpSender sender = a.addTrack(first);
    peers.negotiate();
    var done = sender.replaceTrack(second);
    assertThat(sender.track()).isSameAs(first);
    peers.await(done);
    assertThat(sender.track()).isSameAs(second);
    peers.await(sender.replaceTrack(null));
    assertThat(sender.track()).isNull();
    assertThat(a.getTransceivers().get(0).direction().toString()).isEqualTo("sendrecv");
    second.stop();
    peers.await(sender.replaceTrack(second));
    assertThat(sender.track()).isSameAs(second);
  }

  @Test
  void aTrackOfTheOtherKindIsATypeError() {
    RTCRtpSender sender = a.addTransceiver("audio").sender();
    assertThat(peers.refused(sender.replaceTrack(MediaStreamTrack.video()))).isEqualTo("TypeError");
    assertThat(sender.track()).isNull();
  }

  @Test
  void aStoppedOrClosedSenderReplacesNothing() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    transceiver.stop();
    assertThat(peers.refused(transceiver.sender().replaceTrack(MediaStreamTrack.audio())))
        .isEqualTo("InvalidStateError");
    RTCRtpSender sender = a.addTransceiver("audio").sender();
    a.close();
    assertThat(peers.refused(sender.replaceTrack(MediaStreamTrack.audio())))
        .isEqualTo("InvalidStateError");
    assertThat(peers.refused(sender.replaceTrack(MediaStreamTrack.video()))).isEqualTo("TypeError");
  }

  @Test
  void streamsReachThePeerWithTheNextOffer() {
    RTCRtpSender sender = a.addTrack(MediaStreamTrack.audio());
    MediaStream stream = new MediaStream();
    sender.setStreams(stream);
    var tracks = Peers.trackEvents(b);
    peers.negotiate();
    assertThat(tracks.get(0).streams().stream().map(MediaStream::id)).containsExactly(stream.id());
    a.close();
    assertThat(Peers.thrown(() -> sender.setStreams(stream))).isEqualTo("InvalidStateError");
  }

  @Test
  void capabilitiesAreThoseOfTheTwoKinds() {
    for (String kind : List.of("audio", "video")) {
      for (RTCRtpCapabilities each :
          List.of(RTCRtpSender.getCapabilities(kind), RTCRtpReceiver.getCapabilities(kind))) {
        assertThat(each.codecs())
            .isNotEmpty()
            .allMatch(codec -> codec.mimeType().startsWith(kind + "/") && codec.clockRate() > 0)
            .doesNotHaveDuplicates();
        assertThat(each.headerExtensions())
            .isNotEmpty()
            .allMatch(extension -> extension.uri().contains(":"));
      }
    }
    assertThat(RTCRtpSender.getCapabilities("invalid")).isNull();
    assertThat(RTCRtpReceiver.getCapabilities("dummy")).isNull();
  }

  @Test
  void preferencesOrderAndRestrictTheOffer() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    List<RTCRtpCodec> reversed = new ArrayList<>(media("audio"));
    Collections.reverse(reversed);
    transceiver.setCodecPreferences(reversed);
    List<String> offered = offered(peers.await(a.createOffer()).sdp());
    assertThat(offered).hasSize(reversed.size());
    for (int i = 0; i < offered.size(); i++) {
      String name = reversed.get(i).mimeType().substring("audio/".length());
      assertThat(offered.get(i)).startsWithIgnoringCase(name + "/");
    }
    transceiver.setCodecPreferences(List.of());
    assertThat(offered(peers.await(a.createOffer()).sdp()))
        .hasSizeGreaterThanOrEqualTo(reversed.size());
  }

  @Test
  void preferencesOrderTheAnswer() {
    a.addTransceiver("audio");
    peers.offer(a, b);
    RTCRtpCodec last = media("audio").get(media("audio").size() - 1);
    b.getTransceivers().get(0).setCodecPreferences(List.of(last));
    peers.answer(b, a);
    List<RTCRtpCodecParameters> agreed =
        a.getTransceivers().get(0).sender().getParameters().codecs();
    assertThat(agreed).hasSize(1);
    assertThat(agreed.get(0).mimeType()).isEqualToIgnoringCase(last.mimeType());
  }

  @Test
  void preferencesMayRepeatThemselves() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    RTCRtpCodec first = media("audio").get(0);
    RTCRtpCodec second = media("audio").get(1);
    transceiver.setCodecPreferences(List.of(second, first, second, first));
    assertThat(payloadTypes(peers.await(a.createOffer()).sdp())).hasSize(2);
  }

  @Test
  void anUnknownCodecIsAnInvalidModification() {
    RTCRtpTransceiver transceiver = a.addTransceiver("video");
    RTCRtpCodec known = media("video").get(0);
    String before = peers.await(a.createOffer()).sdp();
    List<RTCRtpCodec> strangers =
        List.of(
            new RTCRtpCodec("video/unheard-of", known.clockRate()),
            new RTCRtpCodec(known.mimeType(), known.clockRate() + 1),
            new RTCRtpCodec(known.mimeType(), known.clockRate(), 2, known.sdpFmtpLine()),
            new RTCRtpCodec(known.mimeType(), known.clockRate(), null, "strange=1"),
            media("audio").get(0));
    for (RTCRtpCodec stranger : strangers) {
      assertThat(Peers.thrown(() -> transceiver.setCodecPreferences(List.of(known, stranger))))
          .as("%s", stranger)
          .isEqualTo("InvalidModificationError");
    }
    assertThat(payloadTypes(peers.await(a.createOffer()).sdp())).isEqualTo(payloadTypes(before));
  }

  @Test
  void namesOfCodecsAreTheSameInCapitalLetters() {
    RTCRtpTransceiver transceiver = a.addTransceiver("audio");
    RTCRtpCodec codec = media("audio").get(0);
    transceiver.setCodecPreferences(
        List.of(
            new RTCRtpCodec(
                codec.mimeType().toUpperCase(Locale.ROOT),
                codec.clockRate(),
                codec.channels(),
                codec.sdpFmtpLine())));
    assertThat(payloadTypes(peers.await(a.createOffer()).sdp())).hasSize(1);
  }

  @Test
  void codecsThatCarryNoMediaAreNotEnough() {
    RTCRtpTransceiver transceiver = a.addTransceiver("video");
    List<RTCRtpCodec> repair =
        codecs("video").stream().filter(codec -> !carriesMedia(codec)).toList();
    assertThat(repair).isNotEmpty();
    assertThat(Peers.thrown(() -> transceiver.setCodecPreferences(repair)))
        .isEqualTo("InvalidModificationError");
  }

  @Test
  void aJitterBufferHasATargetFromZeroToFourSeconds() {
    RTCRtpReceiver receiver = a.addTransceiver("audio").receiver();
    assertThat(receiver.jitterBufferTarget()).isNull();
    receiver.setJitterBufferTarget(500.0);
    assertThat(receiver.jitterBufferTarget()).isEqualTo(500.0);
    assertThat(Peers.thrown(() -> receiver.setJitterBufferTarget(4001.0))).isEqualTo("RangeError");
    assertThat(Peers.thrown(() -> receiver.setJitterBufferTarget(-1.0))).isEqualTo("RangeError");
    assertThat(receiver.jitterBufferTarget()).isEqualTo(500.0);
    receiver.setJitterBufferTarget(4000.0);
    receiver.setJitterBufferTarget(0.0);
    receiver.setJitterBufferTarget(null);
    assertThat(receiver.jitterBufferTarget()).isNull();
  }

  @Test
  void nobodyWasHeardYet() {
    RTCRtpReceiver receiver = a.addTransceiver("audio").receiver();
    assertThat(receiver.getContributingSources()).isEmpty();
    assertThat(receiver.getSynchronizationSources()).isEmpty();
  }
}
