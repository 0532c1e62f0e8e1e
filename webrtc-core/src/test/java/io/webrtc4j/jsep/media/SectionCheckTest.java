package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.webrtc4j.jsep.media.NegotiationException.Kind;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SectionCheckTest {
  private static void isRefused(Kind kind, String because, MediaDescription... sections) {
    NegotiationException thrown =
        catchThrowableOfType(
            NegotiationException.class,
            () -> {
              for (MediaDescription section : sections) {
                MediaSections.check(section);
              }
              MediaSections.checkBundle(List.of(sections));
            });
    assertThat(thrown).hasMessageContaining(because);
    assertThat(thrown.kind()).isEqualTo(kind);
  }

  private static void isTolerated(MediaDescription... sections) {
    assertThatCode(
            () -> {
              for (MediaDescription section : sections) {
                MediaSections.check(section);
              }
              MediaSections.checkBundle(List.of(sections));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aPayloadTypeMeansOneThing() {
    isRefused(
        Kind.INVALID_ACCESS,
        "payload type 96 means two things",
        Built.text("video", "96", "rtpmap:96 VP8/90000", "rtpmap:96 VP9/90000"));
    isTolerated(Built.text("audio", "96", "rtpmap:96 opus/48000", "rtpmap:96 OPUS/48000/1"));
  }

  @Test
  void aPayloadTypeIsANumberOfSevenBits() {
    isRefused(Kind.INVALID_ACCESS, "not vp8", Built.text("video", "96 vp8"));
    assertThat(Formats.payloadType("128")).isEmpty();
    isTolerated(Built.text("video", "127"));
  }

  @Test
  void whatIsRetransmittedIsThere() {
    isRefused(
        Kind.INVALID_ACCESS,
        "97 retransmits 98",
        Built.text(
            "video", "96 97", "rtpmap:96 VP8/90000", "rtpmap:97 rtx/90000", "fmtp:97 apt=98"));
    isTolerated(
        Built.text(
            "video", "96 97", "rtpmap:96 FOO/90000", "rtpmap:97 rtx/90000", "fmtp:97 apt=96"),
        Built.text(
            "video", "96 97", "rtpmap:96 FOO/90000", "rtpmap:97 rtx/90000", "fmtp:97 apt=96"));
    isTolerated(Built.text("video", "96 97", "rtpmap:96 VP8/90000", "rtpmap:97 rtx/90000"));
  }

  @Test
  void anExtensionNumberMeansOneThing() {
    isRefused(
        Kind.INVALID_ACCESS,
        "extension number 1 means two things",
        Built.text("audio", "0", "extmap:1 urn:a", "extmap:1 urn:b"));
    isTolerated(Built.text("audio", "0", "extmap:1 urn:a", "extmap:2/recvonly urn:a"));
  }

  @Test
  void simulcastNamesLinesThatAreThere() {
    isRefused(
        Kind.INVALID_ACCESS,
        "names b",
        Built.text("video", "96", "rid:a send", "simulcast:send a;b"));
    isRefused(
        Kind.INVALID_ACCESS,
        "names c",
        Built.text("video", "96", "rid:a send", "rid:b recv", "simulcast:send a recv b,~c"));
  }

  @Test
  void aBundleSharesItsExtensionNumbers() {
    isRefused(
        Kind.INVALID_ACCESS,
        "extension number 3",
        Built.text("audio", "0", "extmap:3 urn:a"),
        Built.text("video", "96", "extmap:3 urn:b"));
  }

  /** Firefox gives a section that it adds to our bundle its own payload types. */
  @Test
  void payloadTypesMayMeanAnotherThingInAnotherSectionOfTheBundle() {
    isTolerated(
        Built.text("video", "124", "rtpmap:124 AV1/90000"),
        Built.text("video", "120 124", "rtpmap:124 rtx/90000", "fmtp:124 apt=120"));
    isTolerated(
        Built.text("audio", "126", "rtpmap:126 telephone-event/8000"),
        Built.text("video", "126", "rtpmap:126 H264/90000"));
  }

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        Arguments.of("formats", lines(0, "")),
        Arguments.of("rtpmap lines", lines(200, "rtpmap:96 VP8/90000")),
        Arguments.of("fmtp lines", lines(600, "fmtp:96 a=%d")),
        Arguments.of("rtcp-fb lines", lines(2_000, "rtcp-fb:96 x%d")),
        Arguments.of("extmap lines", lines(300, "extmap:4096 urn:a")),
        Arguments.of("rid lines", lines(100, "rid:r%d send")),
        Arguments.of("msid lines", lines(300, "msid:s%d")),
        Arguments.of("ssrc lines", lines(5_000, "ssrc:%d cname:c")),
        Arguments.of("ssrc-group lines", lines(5_000, "ssrc-group:FID %d")),
        Arguments.of(
            "rids in simulcast",
            new String[] {"rid:r send", "simulcast:send r" + ",r".repeat(100)}));
  }

  private static String[] lines(int count, String form) {
    return IntStream.range(0, count).mapToObj(i -> form.formatted(i)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void thereAreLimits(String what, String[] lines) {
    String formats = what.equals("formats") ? "0" + " 0".repeat(200) : "96";
    isRefused(Kind.OPERATION, what, Built.text("video", formats, lines));
  }

  @Test
  void aSectionForDataHasNothingToCheck() {
    assertThat(Formats.of(Built.text("application", "0 8"))).isEmpty();
    isTolerated(Built.text("text", "0 8"));
  }
}
