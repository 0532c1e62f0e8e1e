package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9429 §5.3.1, of one section. */
class MediaAnswerTest {
  private static List<String> formats(OfferedMedia media, MediaDescription offer) {
    return MediaSections.answer(media, offer, MediaNumbers.NONE)
        .map(BuiltMedia::formats)
        .orElse(List.of());
  }

  @Test
  void theOffersOrderAndNumbersAreKept() {
    MediaDescription offer =
        Built.text(
            "video",
            "120 35 101",
            "rtpmap:120 VP9/90000",
            "rtpmap:35 h264/90000",
            "fmtp:35 profile-level-id=42e01f;packetization-mode=1",
            "rtpmap:101 VP8/90000");
    MediaDescription answer = Built.answer(Built.video(), offer);
    assertThat(answer.formats()).containsExactly("120", "35", "101");
    assertThat(Built.lines(answer, "rtpmap"))
        .containsExactly("rtpmap:120 VP9/90000", "rtpmap:35 h264/90000", "rtpmap:101 VP8/90000");
  }

  @Test
  void ourPreferencesGoBeforeTheOffersOrder() {
    MediaDescription offer = CapturedPair.section("chromium/av-data.offer.sdp", 1);
    Codec vp9 = Codec.video("VP9", "profile-id=0", List.of());
    Codec vp8 = Codec.video("VP8", "", List.of());
    Codec rtx = Codec.video("rtx", "", List.of());
    assertThat(formats(Built.video().withPreferredCodecs(List.of(vp9, rtx, vp8)), offer))
        .containsExactly("98", "99", "96", "97");
    assertThat(formats(Built.video().withPreferredCodecs(List.of(vp9, vp8)), offer))
        .containsExactly("98", "96");
  }

  @Test
  void withoutACodecInCommonTheSectionIsRejected() {
    assertThat(
            MediaSections.answer(
                Built.video(), Built.text("video", "96", "rtpmap:96 FOO/90000"), MediaNumbers.NONE))
        .isEmpty();
    assertThat(
            MediaSections.answer(
                Built.audio(),
                Built.text("audio", "34", "rtpmap:96 opus/48000/2"),
                MediaNumbers.NONE))
        .isEmpty();
  }

  @Test
  void retransmissionAloneIsNoMedia() {
    OfferedMedia media =
        Built.video()
            .withPreferredCodecs(
                List.of(Codec.video("red", "", List.of()), Codec.video("ulpfec", "", List.of())));
    MediaDescription offer = CapturedPair.section("chromium/av-data.offer.sdp", 1);
    assertThat(formats(media, offer)).isEmpty();
  }

  @Test
  void staticNumbersNeedNoRtpmap() {
    assertThat(formats(Built.audio(), Built.text("audio", "0 8 9 13 18 101")))
        .containsExactly("0", "8", "9");
  }

  @Test
  void oneChannelMayBeWritten() {
    MediaDescription offer =
        Built.text("audio", "9 101", "rtpmap:9 G722/8000/1", "rtpmap:101 telephone-event/8000/1");
    assertThat(formats(Built.audio(), offer)).containsExactly("9", "101");
  }

  @Test
  void aCodecOfferedTwiceIsAnsweredOnce() {
    MediaDescription offer =
        Built.text("video", "100 96", "rtpmap:96 VP8/90000", "rtpmap:100 VP8/90000");
    assertThat(formats(Built.video(), offer)).containsExactly("100");
  }

  @Test
  void aFormatNamedTwiceIsAnsweredOnce() {
    assertThat(formats(Built.audio(), Built.text("audio", "0 0 8 0"))).containsExactly("0", "8");
  }

  /** RFC 5761 §4. */
  @Test
  void whatLooksLikeRtcpIsPassedOver() {
    MediaDescription offer =
        Built.text("video", "72 96", "rtpmap:72 VP8/90000", "rtpmap:96 VP9/90000");
    assertThat(formats(Built.video(), offer)).containsExactly("96");
  }

  @Test
  void retransmissionIsAnsweredForWhatIsAnswered() {
    MediaDescription offer =
        Built.text(
            "video",
            "96 97 98 99",
            "rtpmap:96 VP8/90000",
            "rtpmap:97 rtx/90000",
            "fmtp:97 apt=98;rtx-time=3000",
            "rtpmap:98 FOO/90000",
            "rtpmap:99 RTX/90000",
            "fmtp:99 apt=96;rtx-time=3000");
    MediaDescription answer = Built.answer(Built.video(), offer);
    assertThat(answer.formats()).containsExactly("96", "99");
    assertThat(Built.lines(answer, "fmtp")).containsExactly("fmtp:99 apt=96");
  }

  @Test
  void retransmissionWithoutAptIsPassedOver() {
    MediaDescription offer =
        Built.text("video", "96 97", "rtpmap:96 VP8/90000", "rtpmap:97 rtx/90000");
    assertThat(formats(Built.video(), offer)).containsExactly("96");
  }

  @Test
  void redIsAnsweredIfWeKnowWhatItRepeats() {
    String[] lines = {
      "rtpmap:111 opus/48000/2", "rtpmap:63 red/48000/2", "fmtp:63 111/111", "rtpmap:9 G722/8000"
    };
    MediaDescription offer = Built.text("audio", "63 111 9", lines);
    assertThat(formats(Built.audio(), offer)).containsExactly("63", "111", "9");
    OfferedMedia withoutOpus =
        Built.audio()
            .withPreferredCodecs(
                List.of(Codec.audio("red", 48_000, 2, ""), Codec.audio("G722", 8_000, 1, "")));
    assertThat(formats(withoutOpus, offer)).containsExactly("9");
  }

  @Test
  void redOfVideoIsUnderstoodWithItsRetransmission() {
    MediaDescription offer = CapturedPair.section("firefox/av-data.offer.sdp", 1);
    OfferedMedia media = Built.capabilitiesOf(offer);
    assertThat(formats(media, offer)).isEqualTo(offer.formats());
  }

  /** RFC 4585 §4.2. */
  @Test
  void feedbackIsAnsweredThatBothKnow() {
    MediaDescription offer =
        Built.text(
            "video",
            "96 98",
            "rtpmap:96 VP8/90000",
            "rtpmap:98 VP9/90000",
            "rtcp-fb:* nack",
            "rtcp-fb:96 nack pli",
            "rtcp-fb:96 nack rpsi",
            "rtcp-fb:98 ack ccfb");
    assertThat(Built.lines(Built.answer(Built.video(), offer), "rtcp-fb"))
        .containsExactly("rtcp-fb:96 nack", "rtcp-fb:96 nack pli", "rtcp-fb:98 nack");
  }

  @Test
  void parametersInAnAnswerAreOurs() {
    MediaDescription offer = CapturedPair.section("firefox/av-data.offer.sdp", 0);
    assertThat(Built.lines(Built.answer(Built.audio(), offer), "fmtp"))
        .containsExactly("fmtp:109 minptime=10;useinbandfec=1");
  }

  @Test
  void parametersMayEachHaveALineOfTheirOwn() {
    MediaDescription offer =
        Built.text(
            "video",
            "96",
            "rtpmap:96 H264/90000",
            "fmtp:96 profile-level-id=640c1f",
            "fmtp:96 packetization-mode=1");
    assertThat(Built.lines(Built.answer(Built.video(), offer), "fmtp"))
        .containsExactly(
            "fmtp:96 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=640c1f");
  }

  @Test
  void flagsOfRtcpAreAnsweredIfTheyAreOffered() {
    MediaDescription plain = Built.text("audio", "0");
    assertThat(Built.lines(Built.answer(Built.audio(), plain), "rtcp-mux", "rtcp-rsize")).isEmpty();
    MediaDescription both = Built.text("audio", "0", "rtcp-mux", "rtcp-rsize");
    assertThat(Built.lines(Built.answer(Built.audio(), both), "rtcp-mux", "rtcp-rsize"))
        .containsExactly("rtcp-mux", "rtcp-rsize");
  }

  @Test
  void whatTheOfferDoesNotReceiveHasNoSources() {
    MediaDescription offer = Built.text("audio", "0", "sendonly");
    MediaDescription answer = Built.answer(Built.audio(), offer);
    assertThat(Built.lines(answer, "ssrc")).isEmpty();
    assertThat(Built.lines(answer, "msid")).containsExactly("msid:stream track");
  }

  @Test
  void aTransceiverThatSendsNothingHasNoLinesOfItsOwn() {
    OfferedMedia media =
        OfferedMedia.of(MediaKind.VIDEO, Direction.RECVONLY, MediaCapabilities.DEFAULT, null);
    MediaDescription offer = CapturedPair.section("chromium/av-data.offer.sdp", 1);
    assertThat(Built.lines(Built.answer(media, offer), "msid", "ssrc", "ssrc-group")).isEmpty();
  }

  @Test
  void theNumbersOfTheOfferAreLearnt() {
    MediaDescription offer = CapturedPair.section("chromium/av-data.offer.sdp", 1);
    MediaNumbers numbers =
        MediaSections.answer(Built.video(), offer, MediaNumbers.NONE).orElseThrow().numbers();
    assertThat(numbers.payloadType(Codec.video("ulpfec", "", List.of()), List.of())).hasValue(120);
    assertThat(numbers.extension(HeaderExtension.MID)).hasValue(4);
  }
}
