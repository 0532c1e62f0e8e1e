package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecMatchingTest {
  private static Codec video(String name, String parameters) {
    return Codec.video(name, parameters, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VP8|''|vp8|max-fs=12288;max-fr=60",
        "VP9|''|VP9|profile-id=0",
        "VP9|max-fs=12288|VP9|profile-id=0",
        "AV1|''|AV1|level-idx=5;profile=0;tier=0",
        "AV1|level-idx=8|AV1|level-idx=5",
        "H265|''|H265|profile-id=1;tier-flag=0;level-id=93",
        "H264|profile-level-id=42e01f|h264|profile-level-id=42e034;packetization-mode=0",
        // RFC 6184 §8.1, Table 5: these are all Constrained Baseline.
        "H264|profile-level-id=42e01f|H264|profile-level-id=42c01f",
        "H264|profile-level-id=42e01f|H264|profile-level-id=4d801f",
        "H264|profile-level-id=42e01f|H264|profile-level-id=58c01f",
        "H264|profile-level-id=42001f|H264|profile-level-id=58801f",
        "H264|profile-level-id=640c1f|H264|profile-level-id=640c33",
        // Who leaves it out means what all have.
        "H264|profile-level-id=42e01f|H264|''",
        "H264|profile-level-id=42e01f;packetization-mode=1|H264|packetization-mode=1",
      })
  void theseAreTheSame(String name, String parameters, String other, String otherParameters) {
    assertThat(video(name, parameters).matches(video(other, otherParameters))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VP8|''|VP9|''",
        "VP9|profile-id=0|VP9|profile-id=2",
        "AV1|profile=0|AV1|profile=1",
        "AV1|tier=0|AV1|tier=1",
        "H265|profile-id=1|H265|profile-id=2",
        "H264|profile-level-id=42e01f|H264|profile-level-id=42001f",
        "H264|profile-level-id=640c1f|H264|profile-level-id=64001f",
        "H264|packetization-mode=0|H264|packetization-mode=1",
        "H264|profile-level-id=zz|H264|profile-level-id=42e01f",
        "H264|profile-level-id=0a001f|H264|profile-level-id=0b001f",
      })
  void theseAreNot(String name, String parameters, String other, String otherParameters) {
    assertThat(video(name, parameters).matches(video(other, otherParameters))).isFalse();
  }

  @Test
  void opusMatchesWhateverItsParameters() {
    assertThat(
            Codec.audio("opus", 48_000, 2, "minptime=10;useinbandfec=1")
                .matches(Codec.audio("OPUS", 48_000, 2, "stereo=1;usedtx=1")))
        .isTrue();
  }

  @Test
  void clockRateAndChannelsCount() {
    Codec event = Codec.audio("telephone-event", 8_000, 1, "0-15");
    assertThat(event.matches(Codec.audio("telephone-event", 8_000, 0, ""))).isTrue();
    assertThat(event.matches(Codec.audio("telephone-event", 48_000, 1, "0-15"))).isFalse();
    assertThat(Codec.audio("L16", 8_000, 1, "").matches(Codec.audio("L16", 8_000, 2, "")))
        .isFalse();
  }

  @Test
  void mediaCannotBeSentWithWhatHelpsOthers() {
    assertThat(MediaCapabilities.DEFAULT.codecs().stream().filter(codec -> !codec.isPrimary()))
        .extracting(Codec::mimeType)
        .containsExactly("audio/red", "video/rtx");
    assertThat(video("ulpfec", "").isPrimary()).isFalse();
    assertThat(video("flexfec-03", "").isPrimary()).isFalse();
    assertThat(Codec.audio("cn", 8_000, 1, "").isPrimary()).isFalse();
    assertThat(Codec.audio("telephone-event", 8_000, 1, "").isPrimary()).isTrue();
  }
}
