package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String MEDIA = "m=audio 9 RTP/AVP 0\r\n";

  @Test
  void aTextOfTheGreatestLengthIsReadAndOneMoreIsNot() {
    int rest = SessionDescription.MAX_LENGTH - Parsing.HEAD.length() - "i=\r\n".length();
    String longest = Parsing.HEAD + "i=" + "x".repeat(rest) + "\r\n";
    assertThat(Parsing.of(longest).write()).isEqualTo(longest);
    assertThat(Parsing.error(longest + "\n")).hasMessageContaining("1048576 characters");
  }

  @Test
  void theGreatestNumberOfLinesIsReadAndOneMoreIsNot() {
    String most =
        Parsing.HEAD + "a=x\r\n".repeat(SessionDescription.MAX_LINES - Parsing.HEAD_LINES);
    assertThat(Parsing.of(most).lines()).hasSize(SessionDescription.MAX_LINES);
    assertThat(Parsing.error(most + "a=x\r\n").line()).isEqualTo(SessionDescription.MAX_LINES + 1);
  }

  @Test
  void theGreatestNumberOfMediaIsReadAndOneMoreIsNot() {
    String most = Parsing.HEAD + MEDIA.repeat(SessionDescription.MAX_MEDIA);
    assertThat(Parsing.of(most).media()).hasSize(SessionDescription.MAX_MEDIA);
    assertThat(Parsing.error(most + MEDIA)).hasMessageContaining("at most 1024 m= lines");
  }
}
