package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6184 §8.2.2: which level an answer has. */
class H264Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // ours | offered | answered
        "42e01f|42e01f|42e01f",
        "42e01f|42e034|42e01f",
        "42e01f|42e00d|42e00d",
        "42e01f|42c00d|42c00d",
        // Level 1b is below 1.1, and has its number.
        "42e00b|42f00b|42f00b",
        "42f00b|42e00b|42f00b",
        "640c1f|640c09|640c09",
      })
  void withoutAsymmetryTheLowerLevelIsForBoth(String ours, String offered, String answered) {
    String head = "packetization-mode=1;profile-level-id=";
    String asymmetric = "level-asymmetry-allowed=1;" + head;
    assertThat(H264.answer(head + ours, head + offered)).isEqualTo(head + answered);
    assertThat(H264.answer(asymmetric + ours, head + offered)).isEqualTo(asymmetric + answered);
    assertThat(H264.answer(head + ours, asymmetric + offered)).isEqualTo(head + answered);
  }

  @ParameterizedTest
  @CsvSource({"42e01f,42e00d", "42e00d,42e01f", "42e01f,42f00b"})
  void withAsymmetryEachSaysItsOwn(String ours, String offered) {
    String head = "level-asymmetry-allowed=1;profile-level-id=";
    assertThat(H264.answer(head + ours, head + offered)).isEqualTo(head + ours);
  }

  @ParameterizedTest
  @CsvSource({"'',42e01f", "packetization-mode=0,42e01f"})
  void whoSaysNothingHasLevel31(String offered, String answered) {
    assertThat(H264.answer("profile-level-id=42e033", offered))
        .isEqualTo("profile-level-id=" + answered);
  }
}
