package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.interop.InteropOnAPage;
import io.webrtc4j.interop.Offerer;
import io.webrtc4j.interop.shim.BadPath;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Audio and video that flow between the library and a browser. */
abstract class FlowInterop extends InteropOnAPage {
  private static final int SECOND_OF_PICTURES = 25;
  private static final int SECOND_OF_SOUND = 50;
  private static final List<String> VIDEO = List.of("video/VP8", "video/VP9", "video/AV1");
  private static final List<String> AUDIO = List.of("audio/opus", "audio/G722", "audio/PCMU");

  FlowInterop(BrowserKind kind) {
    super(kind);
  }

  Stream<Arguments> codecs() {
    // Without its plug-in, which comes from the network, Firefox has no H.264.
    Stream<String> video =
        kind == BrowserKind.CHROMIUM
            ? Stream.concat(VIDEO.stream(), Stream.of("video/H264"))
            : VIDEO.stream();
    return Stream.concat(video, AUDIO.stream())
        .flatMap(codec -> Stream.of(Offerer.values()).map(who -> Arguments.of(codec, who)));
  }

  @ParameterizedTest(name = "{0}, first offerer {1}")
  @MethodSource("codecs")
  void theBrowsersCameraAndMicrophoneAreDecodable(String codec, Offerer offerer) {
    String media = codec.substring(0, codec.indexOf('/'));
    try (Flow flow = new Flow(kind, page, offerer)) {
      flow.browser.flow("addDevices", Map.of(media, true));
      if (flow.jvmOffers()) {
        flow.jvm.addTransceiver(media, TransceiverInit.of("recvonly"));
        flow.jvm.setCodecPreferences(0, codec);
      } else {
        flow.browser.setCodecPreferences(0, codec);
      }
      flow.negotiate();
      Recording recording = Recording.of(flow.awaitTrack(media));
      recording.awaitMore(
          media.equals("video") ? 2 * SECOND_OF_PICTURES : 2 * SECOND_OF_SOUND, flow::logs);
      recording.checkDecoded(codec);
      assertThat(recording.frames().stream().filter(EncodedFrame::isAfterGap)).hasSizeLessThan(2);
    }
  }

  Stream<Arguments> files() {
    Stream<Supplier<EncodedFile>> pictures =
        kind == BrowserKind.CHROMIUM
            ? Stream.of(EncodedFile::vp8, EncodedFile::vp9, EncodedFile::av1, EncodedFile::h264)
            : Stream.of(EncodedFile::vp8, EncodedFile::vp9, EncodedFile::av1);
    return pictures.flatMap(
        file -> Stream.of(Offerer.values()).map(who -> Arguments.of(file, who)));
  }

  @ParameterizedTest(name = "{index}, first offerer {1}")
  @MethodSource("files")
  void filesOfOursPlayInTheBrowser(Supplier<EncodedFile> picture, Offerer offerer) {
    try (Flow flow = new Flow(kind, page, offerer);
        EncodedFile video = picture.get();
        EncodedFile audio = EncodedFile.opus()) {
      sendBoth(flow);
      flow.browser.flow("play");
      flow.negotiate();
      video.playOn(flow.jvm.track("video"));
      audio.playOn(flow.jvm.track("audio"));
      JsonNode begun =
          flow.awaitInbound("video", "pictures", in -> in.path("framesDecoded").asInt() > 0);
      flow.awaitInbound(
          "video",
          "two seconds of pictures",
          in ->
              in.path("framesDecoded").asInt()
                  > begun.path("framesDecoded").asInt() + 2 * SECOND_OF_PICTURES);
      JsonNode pictures = flow.inbound("video");
      assertThat(pictures.path("frameWidth").asInt()).isEqualTo(320);
      assertThat(pictures.path("freezeCount").asInt()).as("%s", pictures).isZero();
      flow.awaitInbound("audio", "sound", in -> in.path("totalAudioEnergy").asDouble() > 0.001);
    }
  }

  /** A browser that offers has to ask for what it is to be sent. */
  private static void sendBoth(Flow flow) {
    if (!flow.jvmOffers()) {
      flow.browser.addTransceiver("video", TransceiverInit.of("recvonly"));
      flow.browser.addTransceiver("audio", TransceiverInit.of("recvonly"));
    }
    flow.jvm.addTrack("video", "video", "stream");
    flow.jvm.addTrack("audio", "audio", "stream");
  }

  @ParameterizedTest(name = "first offerer {0}")
  @EnumSource(Offerer.class)
  void aTrackOfTheBrowsersIsSentBack(Offerer offerer) {
    try (Flow flow = new Flow(kind, page, offerer)) {
      flow.jvm
          .connection()
          .onTrack(event -> event.transceiver().sender().replaceTrack(event.track()));
      flow.browser.flow("addDevices", Map.of("video", true, "audio", true));
      if (flow.jvmOffers()) {
        flow.jvm.addTransceiver("video", TransceiverInit.PLAIN);
        flow.jvm.addTransceiver("audio", TransceiverInit.PLAIN);
      } else {
        flow.jvm
            .connection()
            .onTrack(
                event -> event.transceiver().setDirection(RTCRtpTransceiverDirection.SENDRECV));
      }
      flow.browser.flow("play");
      flow.negotiate();
      flow.awaitInbound("video", "pictures", in -> in.path("framesDecoded").asInt() > 50);
      flow.awaitInbound("audio", "sound", in -> in.path("totalAudioEnergy").asDouble() > 0.0001);
    }
  }

  @ParameterizedTest(name = "first offerer {0}")
  @EnumSource(Offerer.class)
  void mediaFollowsWhatHappensInACall(Offerer offerer) {
    try (Flow flow = new Flow(kind, page, offerer);
        EncodedFile first = EncodedFile.vp8();
        EncodedFile second = EncodedFile.vp8()) {
      flow.browser.flow("addDevices", Map.of("audio", true, "video", true));
      flow.jvm.addTrack("audio", "audio", "stream");
      flow.jvm.addTrack("video", "video", "stream");
      flow.browser.flow("play");
      flow.negotiate();
      Recording recording = Recording.of(flow.awaitTrack("video"));
      first.playOn(flow.jvm.track("video"));
      recording.awaitMore(SECOND_OF_PICTURES, flow::logs);
      awaitMorePictures(flow);

      // Mute: the library sends nothing, the browser black pictures.
      flow.jvm.track("video").setEnabled(false);
      flow.browser.flow("enable", "video", false);
      recording.awaitMore(SECOND_OF_PICTURES / 2, flow::logs);
      flow.jvm.track("video").setEnabled(true);
      flow.browser.flow("enable", "video", true);
      awaitMorePictures(flow);

      // Hold: nobody sends, and then both again.
      flow.jvm.setDirection(1, "inactive");
      flow.jvmNegotiates();
      int held = flow.inbound("video").path("framesDecoded").asInt();
      flow.jvm.setDirection(1, "sendrecv");
      flow.browser.setDirection(1, "sendrecv");
      flow.jvmNegotiates();
      recording.awaitMore(SECOND_OF_PICTURES, flow::logs);
      flow.awaitInbound(
          "video", "pictures after the hold", in -> in.path("framesDecoded").asInt() > held + 10);

      // Another track, and then none.
      MediaStreamTrack other = MediaStreamTrack.video();
      flow.jvm.sender("video").replaceTrack(other);
      second.playOn(other);
      awaitMorePictures(flow);
      flow.jvm.removeTrack("video");
      flow.jvmNegotiates();
      recording.awaitMore(SECOND_OF_PICTURES, flow::logs);

      // Stopped, and another section in its place.
      flow.browser.stop(1);
      flow.browserNegotiates();
      flow.jvm.addTrack("video again", "video", "stream");
      flow.jvmNegotiates();
      first.playOn(flow.jvm.track("video again"));
      awaitMorePictures(flow);
    }
  }

  private static void awaitMorePictures(Flow flow) {
    int now = flow.inbound("video").path("framesDecoded").asInt();
    flow.awaitInbound("video", "more pictures", in -> in.path("framesDecoded").asInt() > now + 10);
  }

  @ParameterizedTest(name = "first offerer {0}")
  @EnumSource(Offerer.class)
  void lostPacketsAreSentAgainBothWays(Offerer offerer) {
    LinkConditions clean = LinkConditions.perfect().withDelay(Duration.ofMillis(5));
    try (BadPath path = BadPath.open(clean, 1);
        Flow flow = new Flow(kind, page, offerer, new JvmMediaPeer(Map.of(), page::logs), path);
        EncodedFile video = EncodedFile.vp8()) {
      flow.browser.flow("addDevices", Map.of("video", true));
      flow.jvm.addTrack("video", "video", "stream");
      flow.browser.flow("play");
      flow.negotiate();
      Recording recording = Recording.of(flow.awaitTrack("video"));
      video.playOn(flow.jvm.track("video"));
      recording.awaitMore(SECOND_OF_PICTURES, flow::logs);
      awaitMorePictures(flow);
      path.conditions(clean.withLoss(0.05));
      recording.awaitMore(6 * SECOND_OF_PICTURES, flow::logs);
      recording.checkDecoded("video/VP8");
      JsonNode pictures = flow.inbound("video");
      assertThat(pictures.path("nackCount").asInt()).as("%s", pictures).isPositive();
      assertThat(pictures.path("retransmittedPacketsReceived").asInt(1))
          .as("Firefox does not tell")
          .isPositive();
      awaitMorePictures(flow);
      assertThat(path.lost()).isPositive();
      assertThat(recording.frames().stream().filter(EncodedFrame::isAfterGap)).hasSizeLessThan(4);
    }
  }

  @ParameterizedTest(name = "first offerer {0}")
  @EnumSource(Offerer.class)
  void bothSidesProtectAsTheHandshakeSays(Offerer offerer) {
    try (Flow flow = new Flow(kind, page, offerer)) {
      flow.browser.flow("addDevices", Map.of("audio", true));
      flow.jvm.addTransceiver("audio", TransceiverInit.of("recvonly"));
      flow.negotiate();
      Recording.of(flow.awaitTrack("audio")).awaitMore(1, flow::logs);
      // Where Chromium is the DTLS server, it chooses the oldest profile, else our order counts.
      boolean itsChoice = kind == BrowserKind.CHROMIUM && offerer == Offerer.BROWSER;
      String expected = itsChoice ? "SRTP_AES128_CM_HMAC_SHA1_80" : "SRTP_AEAD_AES_128_GCM";
      assertThat(flow.srtpCipher()).isEqualTo(expected);
      JsonNode theirs = flow.browser.flow("statsOf", "transport").get(0);
      assertThat(theirs.path("srtpCipher").asText()).isEqualTo(expected);
    }
  }

  @Test
  void theVersionsOfSimulcastAreToldApart() {
    JvmMediaPeer jvm = JvmMediaPeer.withSimulcast(page::logs);
    try (Flow flow = new Flow(kind, page, Offerer.BROWSER, jvm)) {
      flow.browser.flow("addSimulcastCamera", List.of("q", "h", "f"));
      flow.browser.setCodecPreferences(0, "video/VP8");
      flow.negotiate();
      MediaStreamTrack track = flow.awaitTrack("video");
      Recording quarter = Recording.of(track, "q");
      Recording half = Recording.of(track, "h");
      Recording full = Recording.of(track, "f");
      for (Recording version : List.of(quarter, half, full)) {
        version.awaitMore(
            SECOND_OF_PICTURES,
            () ->
                flow.browser.flow("statsOf", "outbound-rtp")
                    + "\n"
                    + flow.browser.flow("statsOf", "candidate-pair")
                    + "\n"
                    + flow.browser.flow("statsOf", "remote-inbound-rtp")
                    + "\n"
                    + flow.logs());
        version.checkDecoded("video/VP8");
      }
    }
  }
}
