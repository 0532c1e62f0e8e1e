package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that no browser writes, judged as Chromium 156 and Firefox 153 judge them where they
 * agree: what both take is no error here, and what both refuse is ({@link ParseErrorsTest}). Where
 * they differ, what a connection rests on is refused, and the rest is kept as it came.
 */
class OddValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Not known here, and kept for whoever knows them.
        "a=identity:eyJpZHAiOnsiZG9tYWluIjoi",
        "a=ice-pacing:50",
        "a=rtcp-mux-only",
        "a=remote-candidates:1 192.0.2.1 5000",
        "a=framerate:29.97",
        "a=framesize:96 1280-720",
        "a=imageattr:96 send [x=[320:16:1280],y=[240:16:720]] recv [x=800,y=640,sar=1.1,q=0.6]",
        "a=packetization:96 raw",
        "a=x-google-flag:conference",
        "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz",
        "a=silenceSupp:off - - - -",
        "a=content:main",
        "a=label:1",
        "a=lang:en",
        "a=minptime:10",
        "a=quality:10",
        "a=dcmap:0 label=\"x\"",
        "a=SENDONLY",
        "a=foo :bar",
        "a=:x",
        // Known, with a value that browsers pass over.
        "a=ice-options:",
        "a=ice-lite:x",
        "a=group:",
        "a=tls-id",
        "a=tls-id:",
        "a=tls-id:short",
        "a=extmap-allow-mixed:x",
        "a=extmap:12 ",
        "a=extmap:12/ urn:x",
        "a=extmap:12/both urn:x",
        "a=extmap:12/SENDONLY urn:x",
        "a=rtpmap:96 VP8/90000/",
        "a=rtpmap:96 VP8/90000/x",
        "a=rtpmap:96 VP8/90000/0",
        "a=rtpmap:111 opus/48000/2 x",
        "a=rtcp:x",
        "a=rtcp:70000",
        "a=rtcp",
        "a=rtcp:9 IN IP4",
        "a=rtcp-mux:x",
        "a=rtcp-rsize:x",
        "a=rid:",
        "a=rid",
        "a=ptime:x",
        "a=ptime:0",
        "a=ptime:20.5",
        "a=ptime:-20",
        "a=ptime:020",
        "a=maxptime:x",
        "a=sctpmap:x",
        "a=sctp-init:",
        "a=bundle-only:x",
        "a=sendrecv:x",
        "a=end-of-candidates:x",
        "a=candidate:1 1 udp 1 192.0.2.1 5000 typ host generation",
        // Known, and only Chromium or Firefox passes over it.
        "a=simulcast:",
        "a=simulcast:send rid=hi;lo",
        "a=simulcast: send rid=hi;lo",
        "a=simulcast:recv pt=96",
        "a=rid:a.b send",
        "a=rid:hi both",
        "a=rid:hi send pt=",
        "a=rtcp-fb:96",
        "a=fmtp:96",
        "a=fmtp:96 =foo",
        "a=ssrc:x cname:y",
        "a=ssrc:4294967296 cname:y",
        "a=ssrc:1",
        "a=ssrc:1 fo@o:bar",
        "a=ssrc-group:FID x y",
        "a=candidate:1 1 udp 1 192.0.2.1 65536 typ host"
      })
  void itIsKeptAsItCame(String line) {
    assertThat(Parsing.line(line)).isInstanceOf(UnknownAttribute.class);
    assertThat("a=" + Parsing.line(line).text()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=msid-semantic:WMS *",
        "a=msid-semantic: WMS",
        "a=ice-options:trickle renomination ice2 google-ice",
        "a=group:LS 0 1",
        "a=group:FOO",
        "a=fingerprint:SHA-256 "
            + "74:3A:32:6F:8D:4F:1F:AC:F5:D8:20:A8:4F:3B:28:F1:C8:17:12:5D:6F:8A:3C:76:4A:AB:30:68"
            + ":9F:35:C2:21",
        "a=fingerprint:sha-257 00:11",
        "a=extmap:12/sendonly urn:x",
        "a=extmap:4351 urn:x",
        "a=extmap:12 urn:ietf:params:rtp-hdrext:encrypt urn:x",
        "a=extmap:12 urn:ietf:params:rtp-hdrext:encrypt",
        "a=extmap:12 urn:x a b c",
        "a=rtpmap:96 vp8/90000/1",
        "a=rtcp-fb:* nack",
        "a=rtcp-fb:96 app x y z",
        "a=rtcp-fb:96 trr-int 100",
        "a=rtcp-fb:200 nack",
        "a=fmtp:96 max-fs=12288;max-fr=60",
        "a=fmtp:126 0-16",
        "a=fmtp:110 0-15,66,70",
        "a=fmtp:63 111/111/111",
        "a=fmtp:118 repair-window=10000000",
        "a=fmtp:96 a=b=c",
        "a=fmtp:* a=b",
        "a=rid:hi send pt=96,97;max-width=1280;max-height=720;max-fps=30",
        "a=rid:hi send foo=bar;depend=lo",
        "a=simulcast:send hi;~lo",
        "a=simulcast:recv 1,~4;2 send 4",
        "a=ssrc:1 cname:{x y}",
        "a=ssrc:1 cname",
        "a=ssrc:1 msid:s t",
        "a=ssrc:1 mslabel:x",
        "a=ssrc-group:FID",
        "a=ssrc-group:FEC 1 2",
        "a=ssrc-group:FEC-FR 1 2",
        "a=ssrc-group:SIM 1 2 3",
        "a=candidate:1 1 udp 1 x.local 5000 typ host",
        "a=candidate:1 1 ssltcp 1 192.0.2.1 443 typ host",
        "a=candidate:1 1 udp 1 192.0.2.1 5000 typ foo",
        "a=candidate:1 1 tcp 1 192.0.2.1 9 typ host tcptype foo",
        "a=rtcp:9 IN IP4 host.example",
        "a=rtcp-xr:rcvr-rtt=all:10000 voip-metrics",
        "a=ice-ufrag:a-b_c",
        "a=max-message-size:0",
        "a=max-message-size:9223372036854775807",
        "b=TIAS:128000",
        "b=RS:0",
        "b=X-YZ:128",
        "c=IN IP6 ::",
        "m=application 9 TCP/DTLS/SCTP webrtc-datachannel x",
        "m=image 9 udptl t38"
      })
  void itIsUnderstood(String line) {
    String text = Parsing.HEAD + "m=video 9 RTP/AVP 96\r\n" + line + "\r\n";
    SessionDescription session = Parsing.of(text);
    assertThat(session.write()).isEqualTo(text);
    assertThat(session.media())
        .allSatisfy(media -> assertThat(media.attributes(UnknownAttribute.class)).isEmpty());
  }

  @Test
  void theMidOfASectionMayBeAtSessionLevelAsWell() {
    assertThat(Parsing.line("a=mid:x")).isEqualTo(new MidAttribute("x"));
  }

  @Test
  void theRoleOfDtlsMayBeInCapitals() {
    assertThat(Parsing.line("a=setup:ActPass")).isEqualTo(new SetupAttribute(Setup.ACTPASS));
  }

  @Test
  void leadingZerosOfPortAndSizeAreTolerated() {
    assertThat(Parsing.line("a=sctp-port:05000")).isEqualTo(new SctpPortAttribute(5000));
    assertThat(Parsing.line("a=max-message-size:0100")).isEqualTo(new MaxMessageSizeAttribute(100));
  }

  @Test
  void aStreamIsNamedInAllFormsThatPeersHaveForIt() {
    assertThat(Parsing.line("a=msid:-")).isEqualTo(msid("-"));
    assertThat(Parsing.line("a=msid:stream")).isEqualTo(msid("stream"));
    assertThat(Parsing.line("a=msid:stream ")).isEqualTo(msid("stream"));
    assertThat(Parsing.line("a=msid:- -")).isEqualTo(msid("-", "-"));
    assertThat(Parsing.line("a=msid: s  t")).isEqualTo(msid("s", "t"));
    assertThat(Parsing.line("a=msid:{a-b} {c-d}")).isEqualTo(msid("{a-b}", "{c-d}"));
    assertThat(Parsing.line("a=msid:s@/x t")).isEqualTo(msid("s@/x", "t"));
    assertThat(ssrcMsid("s")).contains(msid("s"));
    assertThat(ssrcMsid("{s} {t}")).contains(msid("{s}", "{t}"));
    assertThat(ssrcMsid("- t").flatMap(MsidAttribute::stream)).isEmpty();
    assertThat(ssrcMsid("s t u")).isEmpty();
    assertThat(ssrcMsid("")).isEmpty();
  }

  @Test
  void parametersInAnUnusualOrderOfSignsAreUnderstood() {
    List<FmtpAttribute.Parameter> both =
        List.of(new FmtpAttribute.Parameter("a", "b"), new FmtpAttribute.Parameter("c", "d"));
    for (String text : List.of("a=b;c=d", "a=b; c=d;", ";a=b;;c=d", "a = b;c= d")) {
      assertThat(((FmtpAttribute) Parsing.line("a=fmtp:96 " + text)).parameters()).isEqualTo(both);
    }
  }

  private static Optional<MsidAttribute> ssrcMsid(String value) {
    return ((SsrcAttribute) Parsing.line("a=ssrc:1 msid:" + value)).msid();
  }

  private static MsidAttribute msid(String stream) {
    return new MsidAttribute(stream, Optional.empty());
  }

  private static MsidAttribute msid(String stream, String track) {
    return new MsidAttribute(stream, Optional.of(track));
  }
}
