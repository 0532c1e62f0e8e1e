package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The "setParameters validation steps" of W3C WebRTC §5.2.2. */
class SetParametersRulesTest {
  private static final RTCRtpCodec VP8 = new RTCRtpCodec("video/VP8", 90_000);
  private static final RTCRtpCodec H264 =
      new RTCRtpCodec("video/H264", 90_000, null, "packetization-mode=1;profile-level-id=42e01f");
  private static final RTCRtpEncodingParameters LOW = encoding("low", 2);
  private static final RTCRtpEncodingParameters HIGH = encoding("high", 1);
  private static final RTCRtpSendParameters RETURNED =
      RTCRtpSendParameters.builder()
          .transactionId("1")
          .encodings(List.of(LOW, HIGH))
          .headerExtensions(List.of(new RTCRtpHeaderExtensionParameters("urn:a", 1)))
          .rtcp(new RTCRtcpParameters("cname", true))
          .codecs(List.of(new RTCRtpCodecParameters(96, H264)))
          .build();

  @Test
  void whatWasReturnedCanBeSetAgain() {
    assertThat(video(RETURNED)).containsExactly(LOW, HIGH);
  }

  @Test
  void anEncodingsOwnMembersCanChange() {
    RTCRtpEncodingParameters changed =
        LOW.toBuilder()
            .active(false)
            .maxBitrate(1)
            .maxFramerate(0)
            .scaleResolutionDownBy(8)
            .codec(H264)
            .build();
    assertThat(video(RETURNED.withEncodings(List.of(changed, HIGH))))
        .containsExactly(changed, HIGH);
  }

  @Test
  void withoutGetParametersItIsAnInvalidStateError() {
    assertError(
        "InvalidStateError", () -> SetParametersRules.valid(RETURNED, null, "video", List.of(VP8)));
  }

  @Test
  void theNumberAndOrderAndRidsOfEncodingsAreFixed() {
    assertInvalidModification(p -> p.encodings(List.of()));
    assertInvalidModification(p -> p.encodings(List.of(LOW)));
    assertInvalidModification(p -> p.encodings(List.of(LOW, HIGH, HIGH)));
    assertInvalidModification(p -> p.encodings(List.of(HIGH, LOW)));
    assertInvalidModification(
        p -> p.encodings(List.of(LOW.toBuilder().rid("other").build(), HIGH)));
    assertInvalidModification(p -> p.encodings(List.of(LOW.toBuilder().rid(null).build(), HIGH)));
  }

  @Test
  void whatIsReadOnlyIsFixed() {
    assertInvalidModification(p -> p.transactionId("2"));
    assertInvalidModification(p -> p.headerExtensions(List.of()));
    assertInvalidModification(p -> p.rtcp(new RTCRtcpParameters("other", true)));
    assertInvalidModification(p -> p.rtcp(new RTCRtcpParameters("cname", false)));
    assertInvalidModification(p -> p.codecs(List.of()));
    assertInvalidModification(p -> p.codecs(List.of(new RTCRtpCodecParameters(97, H264))));
  }

  @Test
  void aCodecIsOneOfTheNegotiatedOnesWhateverTheirLevel() {
    assertInvalidModification(p -> p.encodings(List.of(with(VP8), HIGH)));
    RTCRtpCodec otherLevel =
        new RTCRtpCodec("video/H264", 90_000, null, "profile-level-id=42e034;packetization-mode=1");
    assertThat(video(RETURNED.withEncodings(List.of(with(otherLevel), HIGH)))).hasSize(2);
  }

  @Test
  void beforeANegotiationACodecIsOneOfTheImplementedOnes() {
    RTCRtpSendParameters before = RETURNED.toBuilder().codecs(List.of()).build();
    RTCRtpSendParameters withVp8 = before.withEncodings(List.of(with(VP8), HIGH));
    assertThat(SetParametersRules.valid(withVp8, before, "video", List.of(VP8))).hasSize(2);
    assertError(
        "InvalidModificationError",
        () -> SetParametersRules.valid(withVp8, before, "video", List.of(H264)));
  }

  @Test
  void videoIsNotScaledByDefault() {
    RTCRtpEncodingParameters unsaid = LOW.toBuilder().scaleResolutionDownBy(null).build();
    assertThat(video(RETURNED.withEncodings(List.of(unsaid, HIGH))))
        .containsExactly(encoding("low", 1), HIGH);
  }

  @Test
  void numbersOutOfRangeAreRangeErrors() {
    assertError(
        "RangeError", () -> video(RETURNED.withEncodings(List.of(encoding("low", 0.99), HIGH))));
    assertError(
        "RangeError",
        () ->
            video(
                RETURNED.withEncodings(List.of(LOW.toBuilder().maxFramerate(-0.1).build(), HIGH))));
  }

  @Test
  void audioLosesWhatIsAboutVideoAlone() {
    RTCRtpEncodingParameters encoding =
        LOW.toBuilder().scaleResolutionDownBy(0.5).maxFramerate(-1).build();
    assertThat(
            SetParametersRules.valid(
                RETURNED.withEncodings(List.of(encoding, HIGH)), RETURNED, "audio", List.of()))
        .containsExactly(
            RTCRtpEncodingParameters.builder().rid("low").build(),
            RTCRtpEncodingParameters.builder().rid("high").build());
  }

  private static List<RTCRtpEncodingParameters> video(RTCRtpSendParameters parameters) {
    return SetParametersRules.valid(parameters, RETURNED, "video", List.of(VP8));
  }

  private static void assertInvalidModification(
      UnaryOperator<RTCRtpSendParameters.Builder> change) {
    assertError(
        "InvalidModificationError", () -> video(change.apply(RETURNED.toBuilder()).build()));
  }

  private static RTCRtpEncodingParameters encoding(String rid, double scale) {
    return RTCRtpEncodingParameters.builder().rid(rid).scaleResolutionDownBy(scale).build();
  }

  private static RTCRtpEncodingParameters with(RTCRtpCodec codec) {
    return LOW.toBuilder().codec(codec).build();
  }
}
