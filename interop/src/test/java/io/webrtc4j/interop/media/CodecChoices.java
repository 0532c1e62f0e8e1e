package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.Offerer;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.List;
import java.util.Locale;

/** Scenarios in which one side restricts or orders the codecs. */
final class CodecChoices {
  static final List<Scenario> ALL =
      List.of(
          new Scenario("codec-prefs-h264", meeting -> offer(meeting, "video", "H264"))
              .onlyWith(BrowserKind.CHROMIUM),
          new Scenario("codec-prefs-vp9", meeting -> offer(meeting, "video", "VP9")),
          new Scenario("codec-prefs-opus-only", meeting -> offer(meeting, "audio", "opus")),
          new Scenario("codec-prefs-of-answerer", CodecChoices::answererRestricts),
          new Scenario("codec-prefs-order-of-answerer", CodecChoices::answererOrders),
          new Scenario("codec-prefs-changed-later", CodecChoices::changedLater),
          new Scenario("no-codec-in-common", CodecChoices::noneInCommon)
              .onlyWith(BrowserKind.FIREFOX)
              .onlyIfFirst(Offerer.JVM));

  private CodecChoices() {}

  private static void offer(Meeting meeting, String kind, String codec) {
    meeting.offerer().addTransceiver(kind, TransceiverInit.PLAIN.withTrackIn("stream"));
    meeting.answerer().addTrack("track", kind, "stream");
    meeting.offerer().setCodecPreferences(0, kind + "/" + codec, kind + "/rtx");
    meeting.negotiate();
    assertBothSend(meeting, codec);
  }

  private static void answererRestricts(Meeting meeting) {
    meeting.offerer().addTrack("track", "video", "stream");
    meeting.negotiate(() -> meeting.answerer().setCodecPreferences(0, "video/VP9", "video/rtx"));
    assertSends(meeting.offerer(), "vp9");
  }

  private static void answererOrders(Meeting meeting) {
    meeting.offerer().addTrack("track", "video", "stream");
    meeting.answerer().addTrack("track", "video", "stream");
    meeting.answerer().setCodecPreferences(0, "video/VP9", "video/rtx", "video/VP8");
    meeting.negotiate();
    assertThat(meeting.offerer().view().transceivers().get(0).sendCodecs().get(0).name())
        .isEqualTo("vp9");
  }

  private static void changedLater(Meeting meeting) {
    FirstOffers.addTracks(meeting, "video");
    meeting.negotiate();
    for (String codec : List.of("VP9", "VP8")) {
      meeting.offerer().setCodecPreferences(0, "video/" + codec, "video/rtx");
      meeting.negotiate();
      assertBothSend(meeting, codec);
    }
  }

  /** The section of video is rejected, which stops its transceiver; audio goes on. */
  private static void noneInCommon(Meeting meeting) {
    meeting.offerer().addTransceiver("audio", TransceiverInit.PLAIN);
    meeting.offerer().addTransceiver("video", TransceiverInit.PLAIN);
    meeting.offerer().setCodecPreferences(1, "video/H264");
    meeting.negotiate();
    assertThat(meeting.offerer().view().negotiated())
        .extracting(PeerView.Transceiver::kind)
        .containsExactly("audio");
  }

  private static void assertBothSend(Meeting meeting, String codec) {
    assertSends(meeting.offerer(), codec);
    assertSends(meeting.answerer(), codec);
  }

  private static void assertSends(MediaPeer peer, String codec) {
    assertThat(peer.view().transceivers().get(0).sendCodecs())
        .extracting(PeerView.Codec::name)
        .filteredOn(name -> !name.equals("rtx"))
        .containsOnly(codec.toLowerCase(Locale.ROOT));
  }
}
