package io.webrtc4j.examples.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String SESSION =
      """
      v=0
      o=- 42 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      a=group:BUNDLE 0 1
      """;

  @Test
  void aVideoIsToldWithItsCodecsVersionsAndCandidates() throws SdpParseException {
    assertThat(
            explained(
                """
                m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 0
                a=mid:0
                a=sendonly
                a=setup:actpass
                a=ice-ufrag:abcd
                a=ice-pwd:0123456789012345678901
                a=candidate:1 1 udp 2122260223 192.0.2.1 44891 typ host
                a=end-of-candidates
                a=rtpmap:96 VP8/90000
                a=rtcp-fb:* nack pli
                a=rtpmap:97 rtx/90000
                a=fmtp:97 apt=96
                a=rtpmap:98 H264/90000
                a=fmtp:98 profile-level-id=42e01f;packetization-mode=1
                a=rid:h send
                a=simulcast:send h;l
                a=x-new:1
                """))
        .contains("Session 42, version 2, by an unnamed peer")
        .contains("on one transport (BUNDLE): 0, 1")
        .contains("1 of 1: video, mid 0, sends only")
        .contains("client or server")
        .contains("candidates, and no more to come:")
        .contains("host over udp at 192.0.2.1 port 44891")
        .contains("96 VP8; 90000 Hz; feedback nack pli")
        .contains("rtx; 90000 Hz; repeats 96")
        .contains("profile constrained baseline, level 3.1, packetization mode 1")
        .contains("0, by its number alone")
        .contains("version h is sent")
        .contains("simulcast: send h;l")
        .contains("not known here: x-new")
        .doesNotContain("0123456789012345678901");
  }

  @Test
  void dataChannelsAndWhatIsRejectedAreTold() throws SdpParseException {
    assertThat(
            explained(
                """
                m=audio 0 UDP/TLS/RTP/SAVPF 0
                m=application 9 UDP/DTLS/SCTP webrtc-datachannel
                a=sctp-port:5000
                a=max-message-size:0
                """))
        .contains("1 of 2: audio, rejected or stopped (port 0)")
        .contains("2 of 2: application, both ways")
        .contains("SCTP port 5000")
        .contains("takes messages of any size");
  }

  private static String explained(String media) throws SdpParseException {
    return Explanation.of(SessionDescription.parse(SESSION + media));
  }
}
