package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
  private static final String MEDIA = "m=audio 9 RTP/AVP 0\r\n";
  private static final String ATTRIBUTE = "a=x\r\n";

  @Test
  void aTextOfTheGreatestLengthIsReadAndOneMoreIsNot() {
    String line = "a=" + "x".repeat(SessionDescription.MAX_LINE_LENGTH - 2) + "\r\n";
    int rest = SessionDescription.MAX_LENGTH - Parsing.HEAD.length();
    String longest =
        Parsing.HEAD
            + line.repeat(rest / line.length())
            + "i="
            + "x".repeat(rest % line.length() - 4)
            + "\r\n";
    assertThat(longest).hasSize(SessionDescription.MAX_LENGTH);
    assertThat(Parsing.of(longest).write()).isEqualTo(longest);
    SdpParseException error = Parsing.error(longest + "\n");
    assertThat(error).hasMessage("line 1, column 1: a description has at most 8388608 characters");
  }

  @Test
  void aLineOfTheGreatestLengthIsReadAndOneMoreIsNot() {
    String longest = "a=" + "x".repeat(SessionDescription.MAX_LINE_LENGTH - 2);
    assertThat(Parsing.line(longest).text()).isEqualTo(longest.substring(2));
    assertThat(Parsing.error(Parsing.HEAD + longest + "x\r\n"))
        .hasMessage("line 5, column 65537: a line has at most 65536 characters");
  }

  @Test
  void theGreatestNumberOfLinesIsReadAndOneMoreIsNot() {
    int below = SessionDescription.MAX_LINES - Parsing.HEAD_LINES;
    String section = MEDIA + ATTRIBUTE.repeat((1 << 10) - 1);
    String most =
        Parsing.HEAD + section.repeat(below >> 10) + ATTRIBUTE.repeat(below & ((1 << 10) - 1));
    assertThat(Parsing.of(most).write()).isEqualTo(most);
    assertThat(Parsing.error(most + ATTRIBUTE))
        .hasMessage("line 262145, column 1: a description has at most 262144 lines");
  }

  @Test
  void theGreatestNumberOfMediaIsReadAndOneMoreIsNot() {
    String most = Parsing.HEAD + MEDIA.repeat(SessionDescription.MAX_MEDIA);
    assertThat(Parsing.of(most).media()).hasSize(SessionDescription.MAX_MEDIA);
    assertThat(Parsing.error(most + MEDIA))
        .hasMessage("line 1029, column 1: there are at most 1024 m= lines");
  }

  static Stream<Arguments> attributes() {
    return Stream.of(
        Arguments.of(ATTRIBUTE, SessionDescription.MAX_ATTRIBUTES, "16384 attributes"),
        Arguments.of(
            "a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n",
            SessionDescription.MAX_CANDIDATES,
            "1024 candidates"),
        Arguments.of(
            "a=rtpmap:96 VP8/90000\r\n", SessionDescription.MAX_FORMATS, "256 rtpmap attributes"));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void theGreatestNumberInASectionIsReadAndOneMoreIsNot(String line, int limit, String named) {
    String session = Parsing.HEAD + line.repeat(limit);
    String both = session + MEDIA + line.repeat(limit);
    assertThat(Parsing.of(both).write()).isEqualTo(both);
    assertThat(Parsing.error(session + line + MEDIA))
        .hasMessage("line %d, column 1: a section has at most %s", 5 + limit, named);
    assertThat(Parsing.error(both + line))
        .hasMessage("line %d, column 1: a section has at most %s", 6 + 2 * limit, named);
  }

  @Test
  void theGreatestNumberOfFormatsIsReadAndOneMoreIsNot() {
    String most = "m=audio 9 RTP/AVP" + " 8".repeat(SessionDescription.MAX_FORMATS);
    assertThat(Parsing.of(Parsing.HEAD + most).media().get(0).formats())
        .hasSize(SessionDescription.MAX_FORMATS);
    assertThat(Parsing.error(Parsing.HEAD + most + " 9"))
        .hasMessage("line 5, column 531: an m= line has at most 256 formats");
  }

  @Test
  void theOfferOfALargeForwardingUnitIsRead() {
    StringBuilder offer = new StringBuilder(Parsing.HEAD).append("a=group:BUNDLE");
    for (int mid = 0; mid < 500; mid++) {
      offer.append(' ').append(mid);
    }
    offer.append("\r\n");
    for (int mid = 0; mid < 500; mid++) {
      offer.append(video(mid));
    }
    SessionDescription session = Parsing.of(offer.toString());
    assertThat(session.media()).hasSize(500);
    assertThat(session.write()).isEqualTo(offer.toString());
  }

  /** With 20 codecs, their parameters and feedback, a simulcast of three and ten candidates. */
  private static String video(int mid) {
    StringBuilder video = new StringBuilder("m=video 9 UDP/TLS/RTP/SAVPF");
    for (int codec = 0; codec < 20; codec++) {
      video.append(' ').append(100 + codec);
    }
    video.append("\r\na=mid:").append(mid).append("\r\n");
    for (int codec = 100; codec < 120; codec++) {
      video.append("a=rtpmap:").append(codec).append(" H264/90000\r\n");
      for (String feedback : List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli")) {
        video.append("a=rtcp-fb:").append(codec).append(' ').append(feedback).append("\r\n");
      }
      video.append("a=fmtp:").append(codec).append(" packetization-mode=1;profile-level-id=42001f");
      video.append("\r\n");
    }
    video.append("a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n".repeat(10));
    video.append("a=rid:h send\r\na=rid:m send\r\na=rid:l send\r\na=simulcast:send h;m;l\r\n");
    return video.toString();
  }
}
