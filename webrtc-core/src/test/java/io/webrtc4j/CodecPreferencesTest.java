package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** setCodecPreferences and "codec dictionary match" of W3C WebRTC §5.4.2. */
class CodecPreferencesTest {
  private static final RTCRtpCodec OPUS =
      new RTCRtpCodec("audio/opus", 48_000, 2, "minptime=10;useinbandfec=1");
  private static final RTCRtpCodec PCMU = new RTCRtpCodec("audio/PCMU", 8000, 1, null);
  private static final RTCRtpCodec RED = new RTCRtpCodec("audio/red", 48_000, 2, "111/111");
  private static final RTCRtpCodec CN = new RTCRtpCodec("audio/CN", 8000, 1, null);
  private static final RTCRtpCodec TELEPHONE_EVENT =
      new RTCRtpCodec("audio/telephone-event", 8000, 1, null);
  private static final List<RTCRtpCodec> IMPLEMENTED =
      List.of(OPUS, RED, PCMU, CN, TELEPHONE_EVENT);

  @Test
  void noneStandForTheDefaults() {
    assertThat(CodecPreferences.valid(List.of(), IMPLEMENTED)).isEmpty();
  }

  @Test
  void theOrderIsTheCallers() {
    assertThat(CodecPreferences.valid(List.of(PCMU, OPUS), IMPLEMENTED))
        .containsExactly(PCMU, OPUS);
  }

  @Test
  void ofTheSameCodecTheFirstIsKept() {
    RTCRtpCodec same = new RTCRtpCodec("AUDIO/Opus", 48_000, 2, "useinbandfec=1; minptime=10");
    assertThat(CodecPreferences.valid(List.of(same, PCMU, OPUS, PCMU), IMPLEMENTED))
        .containsExactly(same, PCMU);
  }

  @Test
  void anUnknownCodecIsAnInvalidModificationErrorAlsoAmongKnownOnes() {
    assertInvalid(OPUS, new RTCRtpCodec("audio/piepiper", 2000, 2, "a=fmtp:98 0-15"));
    assertInvalid(new RTCRtpCodec("audio/opus", 48_000, 1, OPUS.sdpFmtpLine()));
    assertInvalid(new RTCRtpCodec("audio/opus", 48_000, null, OPUS.sdpFmtpLine()));
    assertInvalid(new RTCRtpCodec("audio/opus", 24_000, 2, OPUS.sdpFmtpLine()));
    assertInvalid(new RTCRtpCodec("audio/opus", 48_000, 2, null));
    assertInvalid(new RTCRtpCodec("audio/opus", 48_000, 2, "minptime=10;useinbandfec=0"));
    assertInvalid(new RTCRtpCodec("audio/opus", 48_000, 2, "minptime=10;useinbandfec=1;x=1"));
    assertInvalid(new RTCRtpCodec("audio/red", 48_000, 2, "111/112"));
  }

  @Test
  void helpersAloneAreAnInvalidModificationError() {
    assertInvalid(RED, CN);
    assertThat(CodecPreferences.valid(List.of(RED, CN, PCMU), IMPLEMENTED)).hasSize(3);
    assertThat(CodecPreferences.valid(List.of(TELEPHONE_EVENT), IMPLEMENTED)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    // What is left out has the codec's default.
    "video/H264, profile-level-id=42e01f, profile-level-id=42E01F;packetization-mode=0, true",
    "video/H264, packetization-mode=1, profile-level-id=42000a;packetization-mode=1, true",
    "video/VP9, profile-id=0, x=1;profile-id=0, false",
    "video/AV1, profile=0, level-idx=5;profile=0;tier=0, true",
    "video/AV1, level-idx=8, level-idx=5, false",
    "video/H264, profile-level-id=42e01f, profile-level-id=42e034, false",
    "audio/unknown, a=1;b=2, B=2;a=1, true",
    "audio/unknown, a=1, a=2, false",
    "audio/telephone-event, 0-15, 0-15, true",
    "audio/telephone-event, 0-15, 0-16, false",
    "audio/telephone-event, 0-15, a=1, false"
  })
  void parametersAreComparedByTheirMeaning(
      String mimeType, String first, String second, boolean match) {
    assertThat(CodecMatch.matches(codec(mimeType, first), codec(mimeType, second)))
        .isEqualTo(match);
    assertThat(CodecMatch.matches(codec(mimeType, second), codec(mimeType, first)))
        .isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({
    "video/H264, profile-level-id=42e01f, profile-level-id=42e034, true",
    "video/H264, profile-level-id=42e01f, profile-level-id=42001f, false",
    "video/H264, profile-level-id=42e01f, profile-level-id=42e01f;packetization-mode=1, false",
    // Constrained Baseline by either name (RFC 6184 §8.1, Table 5).
    "video/H264, profile-level-id=42e01f, profile-level-id=4d801f, true",
    "video/H264, profile-level-id=42e01f, profile-level-id=4d001f, false",
    "video/H264, profile-level-id=none, profile-level-id=none, false",
    "video/H265, profile-id=1;level-id=93, level-id=150, true",
    "video/H265, profile-id=1, profile-id=2, false",
    "video/VP9, profile-id=0, profile-id=2, false",
    "video/AV1, profile=0, profile=1;level-idx=9, true",
    "audio/opus, minptime=10, useinbandfec=1, true",
    "audio/unknown, a=1, a=2, false"
  })
  void whatMayDifferByDirectionCanBeIgnored(
      String mimeType, String first, String second, boolean match) {
    assertThat(CodecMatch.matchesSymmetrically(codec(mimeType, first), codec(mimeType, second)))
        .isEqualTo(match);
  }

  private static RTCRtpCodec codec(String mimeType, String fmtp) {
    return new RTCRtpCodec(mimeType, 90_000, null, fmtp);
  }

  private static void assertInvalid(RTCRtpCodec... codecs) {
    assertError(
        "InvalidModificationError", () -> CodecPreferences.valid(List.of(codecs), IMPLEMENTED));
  }
}
