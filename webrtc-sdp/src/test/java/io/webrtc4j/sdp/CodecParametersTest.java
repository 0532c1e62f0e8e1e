package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.H264Parameters.Profile;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parameters of each codec mean. */
class CodecParametersTest {
  @ParameterizedTest
  @CsvSource({
    "42e01f, CONSTRAINED_BASELINE, 31",
    "42001f, BASELINE, 31",
    "4d001f, MAIN, 31",
    "4d801f, CONSTRAINED_BASELINE, 31",
    "58e01f, CONSTRAINED_BASELINE, 31",
    "58801f, BASELINE, 31",
    "58001f, EXTENDED, 31",
    "640c34, CONSTRAINED_HIGH, 52",
    "640034, HIGH, 52",
    "f4001f, HIGH_444_PREDICTIVE, 31",
    "7a001f, OTHER, 31",
    "42f00b, CONSTRAINED_BASELINE, 9",
    "42e00b, CONSTRAINED_BASELINE, 11",
    "64100b, HIGH, 11"
  })
  void aProfileLevelOfH264NamesProfileAndLevel(String id, Profile profile, int level) {
    H264Parameters parameters = H264Parameters.of(fmtp("96 profile-level-id=" + id)).orElseThrow();
    assertThat(parameters.profile()).isEqualTo(profile);
    assertThat(parameters.level()).isEqualTo(level);
    assertThat(parameters.profileLevelId()).isEqualTo(id);
  }

  @Test
  void h264WithoutParametersIsBaselineInSingleNalUnitMode() {
    H264Parameters parameters = H264Parameters.of(fmtp("96 x=y")).orElseThrow();
    assertThat(parameters.profile()).isEqualTo(Profile.BASELINE);
    assertThat(parameters.packetizationMode()).isZero();
    assertThat(parameters.levelAsymmetryAllowed()).isFalse();
    assertThat(H264Parameters.of(fmtp("96 profile-level-id=42e0"))).isEmpty();
    assertThat(H264Parameters.of(fmtp("96 profile-level-id=42e0zz"))).isEmpty();
  }

  @Test
  void formatsOfH264MatchByProfileAndModeNotByLevel() {
    H264Parameters one = h264("profile-level-id=42e01f;packetization-mode=1");
    assertThat(one.matches(h264("profile-level-id=42c00a;packetization-mode=1"))).isTrue();
    assertThat(one.matches(h264("profile-level-id=42e01f"))).isFalse();
    assertThat(one.matches(h264("profile-level-id=64001f;packetization-mode=1"))).isFalse();
  }

  @Test
  void theOthersHaveDefaults() {
    assertThat(Vp9Parameters.of(fmtp("98 profile-id=2")).profileId()).isEqualTo(2);
    assertThat(Vp9Parameters.of(fmtp("98 profile-id=9")).profileId()).isZero();
    assertThat(Av1Parameters.of(fmtp("45 level-idx=8;profile=1;tier=1")))
        .isEqualTo(new Av1Parameters(1, 8, 1));
    assertThat(Av1Parameters.of(fmtp("45 x"))).isEqualTo(new Av1Parameters(0, 5, 0));
    OpusParameters opus = OpusParameters.of(fmtp("111 minptime=10;useinbandfec=1;stereo=1"));
    assertThat(opus.minptime()).isEqualTo(10);
    assertThat(opus.useInbandFec()).isTrue();
    assertThat(opus.stereo()).isTrue();
    assertThat(opus.useDtx()).isFalse();
    assertThat(opus.maxPlaybackRate()).isEqualTo(48_000);
    assertThat(opus.maxAverageBitrate()).isEmpty();
  }

  @Test
  void retransmissionsAndRedundancyNameOtherPayloadTypes() {
    assertThat(RtxParameters.of(fmtp("97 apt=96;rtx-time=3000")))
        .contains(new RtxParameters(96, OptionalInt.of(3000)));
    assertThat(RtxParameters.of(fmtp("97 rtx-time=3000"))).isEmpty();
    assertThat(RtxParameters.of(fmtp("97 apt=128"))).isEmpty();
    assertThat(RtxParameters.of(fmtp("97 apt=99999999999999"))).isEmpty();
    assertThat(RedParameters.of(fmtp("63 111/111"))).contains(new RedParameters(List.of(111, 111)));
    assertThat(RedParameters.of(fmtp("63 111/x"))).isEmpty();
    assertThat(RedParameters.of(fmtp("63 apt=1"))).isEmpty();
  }

  private static H264Parameters h264(String parameters) {
    return H264Parameters.of(fmtp("96 " + parameters)).orElseThrow();
  }

  private static FmtpAttribute fmtp(String value) {
    return (FmtpAttribute) Parsing.line("a=fmtp:" + value);
  }
}
