package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.MediaDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** RFC 9429 §5.2.1 and §5.2.2, of one section. */
class MediaOfferTest {
  private static BuiltMedia first(OfferedMedia media) {
    return MediaSections.offer(media, MediaNumbers.NONE, null, null);
  }

  @Test
  void aFirstOfferOfAudio() {
    BuiltMedia offer = first(Built.audio());
    assertThat(offer.formats()).containsExactly("111", "63", "9", "0", "8", "110", "126");
    assertThat(offer.attributes().stream().map(Attribute::text))
        .containsExactly(
            "extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
            "extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
            "extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
            "extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid",
            "extmap-allow-mixed",
            "msid:stream track",
            "rtcp-mux",
            "rtcp-rsize",
            "rtpmap:111 opus/48000/2",
            "rtcp-fb:111 transport-cc",
            "fmtp:111 minptime=10;useinbandfec=1",
            "rtpmap:63 red/48000/2",
            "fmtp:63 111/111",
            "rtpmap:9 G722/8000",
            "rtpmap:0 PCMU/8000",
            "rtpmap:8 PCMA/8000",
            "rtpmap:110 telephone-event/48000",
            "rtpmap:126 telephone-event/8000",
            "ssrc:1000 cname:cname");
  }

  @Test
  void aFirstOfferOfVideoHasRetransmissionBehindEachCodec() {
    MediaDescription offer =
        Built.offer(Built.video().withPreferredCodecs(video("VP8", "rtx", "AV1", "VP9")));
    assertThat(Built.lines(offer, "rtpmap", "fmtp"))
        .containsExactly(
            "rtpmap:96 VP8/90000",
            "rtpmap:97 rtx/90000",
            "fmtp:97 apt=96",
            "rtpmap:98 AV1/90000",
            "rtpmap:99 rtx/90000",
            "fmtp:99 apt=98",
            "rtpmap:100 VP9/90000",
            "rtpmap:101 rtx/90000",
            "fmtp:101 apt=100");
  }

  private static List<Codec> video(String... names) {
    List<Codec> codecs = new ArrayList<>();
    for (String name : names) {
      codecs.add(Codec.video(name, "", List.of()));
    }
    return codecs;
  }

  @Test
  void redAndErrorCorrectionOfVideoAreOfferedToWhoAsks() {
    MediaDescription offer =
        Built.offer(Built.video().withPreferredCodecs(video("VP8", "red", "rtx", "ulpfec")));
    assertThat(Built.lines(offer, "rtpmap", "fmtp"))
        .containsExactly(
            "rtpmap:96 VP8/90000",
            "rtpmap:97 rtx/90000",
            "fmtp:97 apt=96",
            "rtpmap:99 red/90000",
            "rtpmap:100 rtx/90000",
            "fmtp:100 apt=99",
            "rtpmap:98 ulpfec/90000");
  }

  /** Firefox takes no retransmissions of a source that it was not told. */
  @Test
  void theSourceOfRetransmissionsIsSignalled() {
    MediaDescription offer = Built.offer(Built.video());
    assertThat(Built.lines(offer, "ssrc-group", "ssrc"))
        .containsExactly(
            "ssrc-group:FID 1000 2000", "ssrc:1000 cname:cname", "ssrc:2000 cname:cname");
    MediaDescription plain = Built.offer(Built.video().withPreferredCodecs(video("VP8")));
    assertThat(Built.lines(plain, "ssrc-group", "ssrc")).containsExactly("ssrc:1000 cname:cname");
  }

  @Test
  void aTrackIsOfSeveralStreamsOrOfNone() {
    SentMedia several =
        new SentMedia(List.of("a", "b", "a"), "t", "c", 1, OptionalLong.empty(), List.of());
    SentMedia none = new SentMedia(List.of(), "", "c", 1, OptionalLong.empty(), List.of());
    assertThat(Built.lines(Built.offer(with(several)), "msid"))
        .containsExactly("msid:a t", "msid:b t");
    assertThat(Built.lines(Built.offer(with(none)), "msid")).containsExactly("msid:-");
  }

  private static OfferedMedia with(SentMedia sent) {
    return OfferedMedia.of(MediaKind.AUDIO, Direction.SENDRECV, MediaCapabilities.DEFAULT, sent);
  }

  @Test
  void sectionsShareTheirNumbers() {
    BuiltMedia audio = first(Built.audio());
    BuiltMedia video = MediaSections.offer(Built.video(), audio.numbers(), null, null);
    BuiltMedia second = MediaSections.offer(Built.video(), video.numbers(), null, null);
    assertThat(video.formats()).doesNotContainAnyElementsOf(audio.formats());
    assertThat(second.formats()).isEqualTo(video.formats());
    assertThat(second.attributes()).isEqualTo(video.attributes());
  }

  @Test
  void whatAllOfTheDefaultNeedsFitsIntoTheDynamicNumbers() {
    BuiltMedia audio = first(Built.audio());
    BuiltMedia video = MediaSections.offer(Built.video(), audio.numbers(), null, null);
    assertThat(video.formats()).allMatch(format -> Integer.parseInt(format) >= 96);
    assertThat(video.formats()).hasSize(28);
  }

  @Test
  void whenNumbersRunOutTheLeastPreferredIsLeftOut() {
    List<Codec> codecs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      codecs.add(Codec.video("codec" + i, "", List.of()));
    }
    BuiltMedia offer = first(Built.video().withPreferredCodecs(codecs));
    assertThat(offer.formats()).hasSize(61).doesNotHaveDuplicates();
    assertThat(offer.attributes().stream().map(Attribute::text))
        .contains("rtpmap:96 codec0/90000", "rtpmap:63 codec60/90000");
  }

  @Test
  void theOrderOfTheLastAnswerStays() {
    MediaDescription local = Built.offer(Built.audio());
    MediaDescription answer =
        Built.text("audio", "8 111", "rtpmap:8 PCMA/8000", "rtpmap:111 opus/48000/2");
    BuiltMedia again =
        MediaSections.offer(Built.audio(), MediaNumbers.NONE.learn(local), local, answer);
    assertThat(again.formats()).containsExactly("8", "111", "63", "9", "0", "110", "126");
    BuiltMedia preferred =
        MediaSections.offer(
            Built.audio().withPreferredCodecs(Built.audio().codecs()),
            MediaNumbers.NONE.learn(local),
            local,
            answer);
    assertThat(preferred.formats()).isEqualTo(local.formats());
  }

  @Test
  void reducedSizeStaysAwayIfItWasNotAnswered() {
    MediaDescription local = Built.offer(Built.audio());
    BuiltMedia again =
        MediaSections.offer(
            Built.audio(), MediaNumbers.NONE, local, Built.text("audio", "0", "rtcp-mux"));
    assertThat(again.attributes().stream().map(Attribute::text))
        .contains("rtcp-mux")
        .doesNotContain("rtcp-rsize");
  }

  @Test
  void afterAnAnswerOurOfferUsesThePeersNumbers() {
    MediaDescription offer = CapturedPair.section("firefox/av-data.offer.sdp", 1);
    BuiltMedia answer = MediaSections.answer(Built.video(), offer, MediaNumbers.NONE).orElseThrow();
    MediaDescription local = Built.section(MediaKind.VIDEO, Direction.SENDRECV, answer);
    MediaDescription again =
        Built.section(
            MediaKind.VIDEO,
            Direction.SENDRECV,
            MediaSections.offer(Built.video(), answer.numbers(), local, local));
    assertThat(again.formats().subList(0, answer.formats().size())).isEqualTo(answer.formats());
    assertThat(again.formats()).hasSize(28).doesNotContain("123", "122", "119");
    // What Firefox only receives we only sent in the answer; an offer says again what we can do.
    assertThat(Built.lines(again, "extmap"))
        .containsAll(
            Built.lines(local, "extmap").stream()
                .map(line -> line.replace("/sendonly", ""))
                .toList());
  }

  @Test
  void withoutACodecNothingIsOffered() {
    OfferedMedia none = Built.audio().withPreferredCodecs(List.of());
    assertThat(first(none).formats()).isEmpty();
  }
}
