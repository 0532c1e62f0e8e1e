package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The "addTransceiver sendEncodings validation steps" of W3C WebRTC §5.1.2. */
class SendEncodingsValidationTest {
  private static final RTCRtpCodec VP8 = new RTCRtpCodec("video/VP8", 90_000);
  private static final RTCRtpCodec VP9 = new RTCRtpCodec("video/VP9", 90_000, null, "profile-id=0");
  private static final List<RTCRtpCodec> IMPLEMENTED = List.of(VP8, VP9);

  @ParameterizedTest
  @ValueSource(strings = {"", "@Invalid!", "a b", "\u00e9", "a~"})
  void aRidOfOtherCharactersIsATypeError(String rid) {
    assertError("TypeError", () -> video(encoding(rid)));
  }

  @Test
  void aRidIsAsLongAsAHeaderExtensionCarries() {
    List<RTCRtpEncodingParameters> valid = video(encoding("a".repeat(255)), encoding("B-_9"));
    assertThat(valid).extracting(RTCRtpEncodingParameters::rid).contains("a".repeat(255), "B-_9");
    assertError("TypeError", () -> video(encoding("a".repeat(256)), encoding("b")));
  }

  @Test
  void ridsAreThereForAllOrForNoneAndOnceEach() {
    assertError("TypeError", () -> video(encoding("a"), encoding(null)));
    assertError("TypeError", () -> video(encoding("a"), encoding("a")));
    assertThat(video(encoding("a"), encoding("A"))).hasSize(2);
    assertThat(video(encoding(null), encoding(null))).hasSize(2);
  }

  @Test
  void ridsAreLookedAtBeforeAllElse() {
    assertError("TypeError", () -> video(scaled("a", 0.5), scaled("a", 0.5)));
    assertError("TypeError", () -> audio(encoding("?")));
  }

  @Test
  void aCodecThatIsNotImplementedIsAnOperationError() {
    RTCRtpCodec other = new RTCRtpCodec("video/VP9", 90_000, null, "profile-id=2");
    assertError("OperationError", () -> video(withCodec(other)));
    assertThat(video(withCodec(new RTCRtpCodec("VIDEO/vp8", 90_000)))).hasSize(1);
    // Before the numbers are looked at.
    assertError(
        "OperationError",
        () -> video(withCodec(other).toBuilder().scaleResolutionDownBy(0.1).build()));
  }

  @Test
  void audioLosesWhatIsAboutVideoAlone() {
    RTCRtpEncodingParameters encoding =
        RTCRtpEncodingParameters.builder()
            .maxBitrate(8_000)
            .scaleResolutionDownBy(0.1)
            .maxFramerate(-1)
            .build();
    assertThat(audio(encoding))
        .containsExactly(RTCRtpEncodingParameters.builder().maxBitrate(8_000).build());
  }

  @Test
  void enlargingIsARangeError() {
    assertError("RangeError", () -> video(scaled(null, 0.999)));
    assertThat(video(scaled(null, 1))).containsExactly(scaled(null, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1})
  void aFramerateThatIsNotAboveZeroIsARangeError(double rate) {
    assertError(
        "RangeError", () -> video(RTCRtpEncodingParameters.builder().maxFramerate(rate).build()));
  }

  @Test
  void onceOneEncodingIsScaledTheOthersAreNot() {
    assertThat(video(encoding("a"), scaled("b", 3), encoding("c")))
        .containsExactly(scaled("a", 1), scaled("b", 3), scaled("c", 1));
  }

  @Test
  void videoGoesFromSmallerToLargerByDefault() {
    assertThat(video(encoding("a"), encoding("b"), encoding("c")))
        .containsExactly(scaled("a", 4), scaled("b", 2), scaled("c", 1));
  }

  @Test
  void aLoneEncodingIsNotScaledAndHasNoRid() {
    assertThat(video(encoding("a"))).containsExactly(scaled(null, 1));
    assertThat(audio(encoding("a"))).containsExactly(encoding(null));
  }

  @Test
  void whatIsTooManyIsCutOffAtTheTail() {
    RTCRtpEncodingParameters[] many =
        IntStream.range(0, 40)
            .mapToObj(i -> encoding("r" + i))
            .toArray(RTCRtpEncodingParameters[]::new);
    List<RTCRtpEncodingParameters> kept = video(many);
    assertThat(kept).hasSize(SendEncodingsValidation.MAX_VIDEO_ENCODINGS);
    assertThat(kept.get(0)).isEqualTo(scaled("r0", 128));
    assertThat(kept.get(7)).isEqualTo(scaled("r7", 1));
    assertThat(audio(encoding("a"), encoding("b"))).containsExactly(encoding(null));
  }

  @Test
  void noneStayNoneAndTheSenderHasOneThen() {
    assertThat(video()).isEmpty();
    assertThat(SendEncodingsValidation.single("video")).isEqualTo(scaled(null, 1));
    assertThat(SendEncodingsValidation.single("audio")).isEqualTo(encoding(null));
  }

  private static List<RTCRtpEncodingParameters> video(RTCRtpEncodingParameters... encodings) {
    return SendEncodingsValidation.valid(List.of(encodings), "video", IMPLEMENTED);
  }

  private static List<RTCRtpEncodingParameters> audio(RTCRtpEncodingParameters... encodings) {
    return SendEncodingsValidation.valid(List.of(encodings), "audio", IMPLEMENTED);
  }

  private static RTCRtpEncodingParameters encoding(String rid) {
    return RTCRtpEncodingParameters.builder().rid(rid).build();
  }

  private static RTCRtpEncodingParameters scaled(String rid, double by) {
    return encoding(rid).toBuilder().scaleResolutionDownBy(by).build();
  }

  private static RTCRtpEncodingParameters withCodec(RTCRtpCodec codec) {
    return RTCRtpEncodingParameters.builder().codec(codec).build();
  }
}
