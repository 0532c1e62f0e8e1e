package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.sdp.FmtpAttribute.Parameter;
import io.webrtc4j.sdp.RidAttribute.Restriction;
import io.webrtc4j.sdp.SimulcastAttribute.Stream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attributes of audio and video, in the forms that browsers write and in those they do not. */
class MediaAttributesTest {
  @Test
  void aMappingNamesEncodingClockRateAndChannels() {
    assertThat(parse("rtpmap:111 opus/48000/2"))
        .isEqualTo(new RtpmapAttribute(111, "opus", 48_000, OptionalInt.of(2)));
    assertThat(parse("rtpmap:96 VP8/90000"))
        .isEqualTo(new RtpmapAttribute(96, "VP8", 90_000, OptionalInt.empty()));
    assertThat(((RtpmapAttribute) parse("rtpmap:8 pcma/8000")).is("PCMA")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"128 opus/48000", "96", "96 VP8", "96 /90000", "96 VP8/0", "96 V@8/1"})
  void aMalformedMappingFailsTheDescription(String value) {
    assertThatThrownBy(() -> KnownAttributes.parse(7, "a=rtpmap:" + value, 2))
        .isInstanceOf(SdpParseException.class)
        .hasMessageContaining("7");
  }

  @Test
  void parametersAreNamesWithAndWithoutValues() {
    FmtpAttribute opus = (FmtpAttribute) parse("fmtp:111 minptime=10;useinbandfec=1");
    assertThat(opus.parameters())
        .containsExactly(new Parameter("minptime", "10"), new Parameter("useinbandfec", "1"));
    assertThat(opus.parameter("MinPTime")).contains("10");
    assertThat(opus.parameter("stereo")).isEmpty();
    FmtpAttribute dtmf = (FmtpAttribute) parse("fmtp:101 0-15");
    assertThat(dtmf.parameters()).containsExactly(new Parameter("0-15", null));
  }

  @Test
  void spacesBehindSemicolonsStay() {
    assertThat(parse("fmtp:97 apt=96; rtx-time=3000").text())
        .isEqualTo("fmtp:97 apt=96; rtx-time=3000");
    assertThat(parse("fmtp:97 apt=96;").text()).isEqualTo("fmtp:97 apt=96");
  }

  @Test
  void feedbackHasATypeAndPerhapsAParameter() {
    assertThat(parse("rtcp-fb:96 nack pli")).isEqualTo(RtcpFbAttribute.of(96, "nack", "pli"));
    assertThat(parse("rtcp-fb:* transport-cc"))
        .isEqualTo(new RtcpFbAttribute("*", "transport-cc", Optional.empty()));
    assertThat(((RtcpFbAttribute) parse("rtcp-fb:* nack")).isFor(96)).isTrue();
    assertThat(((RtcpFbAttribute) parse("rtcp-fb:97 nack")).isFor(96)).isFalse();
    assertThat(((RtcpFbAttribute) parse("rtcp-fb:96 trr-int 100")).parameter()).contains("100");
  }

  @Test
  void anExtensionMayHaveADirectionAndBeEncrypted() {
    assertThat(parse("extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid"))
        .isEqualTo(ExtmapAttribute.of(4, "urn:ietf:params:rtp-hdrext:sdes:mid"));
    assertThat(parse("extmap:9/sendonly urn:x"))
        .isEqualTo(new ExtmapAttribute(9, Optional.of(Direction.SENDONLY), "urn:x", List.of()));
    assertThat(((ExtmapAttribute) parse("extmap:9 urn:encrypt urn:x")).attributes())
        .containsExactly("urn:x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 urn:x", "4352 urn:x", "x urn:x", ""})
  void aMalformedExtensionFailsTheDescription(String value) {
    assertThatThrownBy(() -> KnownAttributes.parse(1, "a=extmap:" + value, 2))
        .isInstanceOf(SdpParseException.class);
  }

  @Test
  void aSourceHasANameOrAStreamAndTrack() {
    SsrcAttribute cname = (SsrcAttribute) parse("ssrc:4294967295 cname:{a-b}");
    assertThat(cname).isEqualTo(SsrcAttribute.cname(0xFFFF_FFFFL, "{a-b}"));
    assertThat(cname.cname()).contains("{a-b}");
    SsrcAttribute msid = (SsrcAttribute) parse("ssrc:1 msid:- track");
    assertThat(msid.msid()).contains(new MsidAttribute("-", Optional.of("track")));
    assertThat(msid.cname()).isEmpty();
    assertThat(parse("ssrc:x cname:y")).isInstanceOf(UnknownAttribute.class);
    assertThat(parse("ssrc-group:FID 1 2"))
        .isEqualTo(new SsrcGroupAttribute(SsrcGroupAttribute.FID, List.of(1L, 2L)));
  }

  @Test
  void aStreamMayBeNone() {
    MsidAttribute none = (MsidAttribute) parse("msid:- {track}");
    assertThat(none.stream()).isEmpty();
    assertThat(none.trackId()).contains("{track}");
    assertThat(((MsidAttribute) parse("msid:stream")).stream()).contains("stream");
  }

  @Test
  void aRidHasADirectionPayloadTypesAndRestrictions() {
    RidAttribute rid = (RidAttribute) parse("rid:hi send pt=96,97;max-width=1280;depend");
    assertThat(rid)
        .isEqualTo(
            new RidAttribute(
                "hi",
                true,
                List.of("96", "97"),
                List.of(new Restriction("max-width", "1280"), new Restriction("depend", null))));
    assertThat(rid.restriction("max-width")).contains("1280");
    assertThat(parse("rid:q recv")).isEqualTo(RidAttribute.of("q", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b send", "a both", "a", "a send pt=", "a send =x"})
  void aMalformedRidIsKeptAsItCame(String value) {
    assertThat(parse("rid:" + value)).isEqualTo(new UnknownAttribute("rid", value));
  }

  @Test
  void simulcastHasVersionsWithAlternativesSomeOfThemPaused() {
    SimulcastAttribute both = (SimulcastAttribute) parse("simulcast:send 1,~4;2;3 recv c");
    assertThat(both.directions()).hasSize(2);
    assertThat(both.directions().get(0).send()).isTrue();
    assertThat(both.directions().get(0).streams().get(0))
        .containsExactly(new Stream("1", false), new Stream("4", true));
    assertThat(both.text()).isEqualTo("simulcast:send 1,~4;2;3 recv c");
    assertThat(parse("simulcast:send q;h;f"))
        .isEqualTo(SimulcastAttribute.of(true, List.of("q", "h", "f")));
  }

  @Test
  void theRestOfThemAreReadAndWritten() {
    assertThat(parse("rtcp:9 IN IP4 0.0.0.0"))
        .isEqualTo(new RtcpAttribute(9, Optional.of(ConnectionData.of("0.0.0.0"))));
    assertThat(parse("rtcp:9")).isEqualTo(new RtcpAttribute(9, Optional.empty()));
    assertThat(parse("rtcp-xr:rcvr-rtt=all"))
        .isEqualTo(new RtcpXrAttribute(List.of("rcvr-rtt=all")));
    assertThat(parse("ptime:20")).isEqualTo(new PtimeAttribute(20));
    assertThat(parse("maxptime:120")).isEqualTo(new MaxptimeAttribute(120));
    assertThat(parse("ptime:0")).isInstanceOf(UnknownAttribute.class);
    assertThat(parse("rtcp-rsize")).isEqualTo(new RtcpRsizeAttribute());
    assertThat(parse("cryptex")).isEqualTo(new CryptexAttribute());
    assertThat(parse("sctp-init:AQAAHo8=")).isEqualTo(new SctpInitAttribute("AQAAHo8="));
  }

  private static Attribute parse(String text) {
    try {
      Attribute attribute = KnownAttributes.parse(1, text, 0);
      assertThat(KnownAttributes.parse(1, attribute.text(), 0)).isEqualTo(attribute);
      return attribute;
    } catch (SdpParseException e) {
      throw new AssertionError(e);
    }
  }
}
