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
        .contains("96 VP8, lost packets again as 97")
        .contains("of all codecs it wants to be told:", "can't be decoded (nack pli)")
        .contains("profile constrained baseline, level 3.1, packetization mode 1")
        .contains("0, by its number alone")
        .contains("version h is sent")
        .contains("simulcast: sends h, l at once")
        .contains("not known here: x-new")
        .doesNotContain("0123456789012345678901");
  }

  @Test
  void whatEachCodecWantsIsToldInWords() throws SdpParseException {
    assertThat(
            explained(
                """
                m=video 9 UDP/TLS/RTP/SAVPF 45 98 120 99 111 63 101
                a=rtpmap:45 AV1/90000
                a=fmtp:45 level-idx=5;profile=0;tier=0
                a=rtpmap:98 VP9/90000
                a=fmtp:98 profile-id=2
                a=rtpmap:120 VP8/90000
                a=fmtp:120 max-fs=12288;max-fr=60
                a=rtpmap:99 rtx/90000
                a=fmtp:99 apt=7
                a=rtpmap:111 opus/48000/2
                a=fmtp:111 minptime=10;useinbandfec=1
                a=rtpmap:63 red/48000/2
                a=fmtp:63 111/111
                a=rtpmap:101 telephone-event/8000/1
                a=fmtp:101 0-15
                """))
        .contains("45 AV1, profile 0, level 3.1, tier 0")
        .contains("98 VP9, profile 2")
        .contains("120 VP8, up to 12288 macroblocks, up to 60 pictures a second")
        .contains("99 rtx, lost packets of 7")
        .contains("111 opus, 48000 Hz, 2 channels, wants mono, packets of 10 ms or more, forward")
        .contains("63 red, 48000 Hz, 2 channels, in each packet 111 then 111")
        .contains("101 telephone-event, 8000 Hz, one channel, keys and tones 0-15");
  }

  @Test
  void versionsSourcesAndExtensionsAreTold() throws SdpParseException {
    assertThat(
            explained(
                """
                m=video 5000 UDP/TLS/RTP/SAVPF 96
                c=IN IP4 192.0.2.1
                b=AS:500
                a=msid:- {track}
                a=rid:1 send pt=96;max-width=1280
                a=rid:4 send
                a=simulcast:send 1,~4 recv 2
                a=ssrc-group:FID 1 2
                a=ssrc:1 cname:somebody
                a=ssrc:2 cname:somebody
                a=extmap:4/recvonly urn:ietf:params:rtp-hdrext:sdes:mid
                a=extmap:5 urn:ietf:params:rtp-hdrext:encrypt urn:ietf:params:rtp-hdrext:toffset
                a=extmap:6 urn:new
                a=rtcp:5001
                a=rtcp-rsize
                a=cryptex
                a=ptime:20
                """))
        .contains("without ICE at 192.0.2.1 port 5000")
        .contains("bandwidth: at most 500 kbit/s (AS)")
        .contains("track {track} in no stream")
        .contains("version 1 is sent with codecs 96, max-width=1280")
        .contains("simulcast: sends 1 or 4 (paused at first) at once")
        .contains("simulcast: receives 2 at once")
        .contains("1, of somebody")
        .contains("a source and its retransmissions: 1, 2")
        .contains("4 the section's mid (mid), only received")
        .contains("5 time from capture to sending (toffset), encrypted")
        .contains("6 urn:new")
        .contains("RTCP at port 5001")
        .contains("RTCP may leave out its reports")
        .contains("header extensions of RTP may come encrypted")
        .contains("wants packets of 20 ms");
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
