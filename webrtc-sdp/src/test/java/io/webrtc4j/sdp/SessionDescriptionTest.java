package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SessionDescriptionTest {
  /** RFC 8866 §5, with two lines that no RFC has. */
  private static final String EXAMPLE =
      String.join(
          "\r\n",
          "v=0",
          "o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1",
          "s=Call to John Smith",
          "i=SDP Offer #1",
          "u=http://www.jdoe.example.com/home.html",
          "e=Jane Doe <jane@jdoe.example.com>",
          "p=+1 617 555-6011",
          "c=IN IP4 198.51.100.1",
          "x=of a type to come",
          "t=0 0",
          "m=audio 49170 RTP/AVP 0",
          "m=audio 49180 RTP/AVP 0",
          "m=video 51372 RTP/AVP 99",
          "c=IN IP6 2001:db8::2",
          "a=rtpmap:99 h263-1998/90000",
          "Y=another",
          "");

  @Test
  void theExampleOfRfc8866IsUnderstood() {
    SessionDescription session = Parsing.of(EXAMPLE);
    assertThat(session.origin())
        .isEqualTo(new Origin("jdoe", "3724394400", "3724394405", "IN", "IP4", "198.51.100.1"));
    assertThat(session.sessionName()).isEqualTo("Call to John Smith");
    assertThat(session.information()).contains("SDP Offer #1");
    assertThat(session.line(DescriptionUri.class))
        .contains(new DescriptionUri("http://www.jdoe.example.com/home.html"));
    assertThat(session.line(EmailAddress.class))
        .contains(new EmailAddress("Jane Doe <jane@jdoe.example.com>"));
    assertThat(session.line(PhoneNumber.class)).contains(new PhoneNumber("+1 617 555-6011"));
    assertThat(session.connection()).contains(ConnectionData.of("198.51.100.1"));
    assertThat(session.timings()).containsExactly(Timing.UNBOUNDED);
    assertThat(session.media())
        .extracting(MediaDescription::mediaLine)
        .containsExactly(
            new MediaLine("audio", 49170, OptionalInt.empty(), "RTP/AVP", List.of("0")),
            new MediaLine("audio", 49180, OptionalInt.empty(), "RTP/AVP", List.of("0")),
            new MediaLine("video", 51372, OptionalInt.empty(), "RTP/AVP", List.of("99")));
    assertThat(session.media().get(2).connection()).contains(ConnectionData.of("2001:db8::2"));
  }

  @Test
  void linesOfUnknownTypesStayInTheirPlaces() {
    SessionDescription session = Parsing.of(EXAMPLE);
    assertThat(session.lines().get(8)).isEqualTo(new UnknownLine('x', "of a type to come"));
    assertThat(session.write()).isEqualTo(EXAMPLE);
  }

  @Test
  void lineFeedsAloneAreToleratedAndKept() {
    String text = EXAMPLE.replace("\r", "");
    SessionDescription session = Parsing.of(text);
    assertThat(session.lineEnding()).isEqualTo(LineEnding.LF);
    assertThat(session.write()).isEqualTo(text);
  }

  @Test
  void everyLineEndsAsTheFirstDoes() {
    String half = EXAMPLE.replace("t=0 0\r\n", "t=0 0\n").stripTrailing();
    assertThat(Parsing.of(half).write()).isEqualTo(EXAMPLE);
    assertThat(Parsing.of(EXAMPLE + "\r\n\n").write()).isEqualTo(EXAMPLE);
  }

  @Test
  void surplusSpacesAreToleratedAndNotWritten() {
    String text = EXAMPLE.replace("m=video 51372", "m=video   51372").replace(" 99\r", " 99 \r");
    assertThat(Parsing.of(text).write()).isEqualTo(EXAMPLE);
  }

  @Test
  void anotherOrderOfOptionalLinesIsToleratedAndKept() {
    String text = Parsing.HEAD + "a=x\r\nb=AS:9\r\nc=IN IP4 192.0.2.1\r\ni=about\r\n";
    assertThat(Parsing.of(text).write()).isEqualTo(text);
  }

  @Test
  void aDescriptionIsMadeOfItsParts() {
    MediaLine line =
        new MediaLine(
            "application", 9, OptionalInt.empty(), "UDP/DTLS/SCTP", List.of("webrtc-datachannel"));
    MediaDescription media =
        MediaDescription.of(
            line,
            ConnectionData.of("0.0.0.0"),
            List.of(new MidAttribute("0"), new RtcpMuxAttribute()));
    SessionDescription session =
        SessionDescription.of(
            Origin.of(7, 2), List.of(GroupAttribute.bundle(List.of("0"))), List.of(media));
    assertThat(session.write())
        .isEqualTo(
            """
            v=0
            o=- 7 2 IN IP4 0.0.0.0
            s=-
            t=0 0
            a=group:BUNDLE 0
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            c=IN IP4 0.0.0.0
            a=mid:0
            a=rtcp-mux
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void copiesDifferInWhatWasAskedFor() {
    SessionDescription session = Parsing.of(EXAMPLE);
    MediaDescription media = session.media().get(2);
    assertThat(media.with(new MidAttribute("2")).toString()).isEqualTo(media + "a=mid:2\r\n");
    assertThat(media.without(ConnectionData.class).connection()).isEmpty();
    assertThat(media.withAttributes(List.of(new MidAttribute("2"))).attributes())
        .containsExactly(new MidAttribute("2"));
    assertThat(session.replacing(session.origin(), Origin.of(1, 2)).origin())
        .isEqualTo(Origin.of(1, 2));
    assertThat(session.with(new IceLiteAttribute()).has(IceLiteAttribute.class)).isTrue();
    assertThat(session.withMedia(List.of()).media()).isEmpty();
    assertThat(session.origin().withSessionVersion(9).sessionVersion()).isEqualTo("9");
  }

  @Test
  void attributesAreFoundByTheirTypeOnEachLevel() {
    SessionDescription session =
        Parsing.of(
            Parsing.HEAD
                + "a=ice-options:trickle\r\na=unheard:of\r\n"
                + "m=audio 9 RTP/AVP 0\r\na=mid:a\r\na=ice-options:ice2\r\na=mid:b\r\n");
    MediaDescription media = session.media().get(0);
    assertThat(session.attribute(IceOptionsAttribute.class))
        .contains(new IceOptionsAttribute(List.of("trickle")));
    assertThat(session.attribute(MidAttribute.class)).isEmpty();
    assertThat(session.attributes())
        .containsExactly(
            new IceOptionsAttribute(List.of("trickle")), new UnknownAttribute("unheard", "of"));
    assertThat(media.attribute(MidAttribute.class)).contains(new MidAttribute("a"));
    assertThat(media.attributes(MidAttribute.class))
        .containsExactly(new MidAttribute("a"), new MidAttribute("b"));
    assertThat(media.has(RtcpMuxAttribute.class)).isFalse();
  }

  @Test
  void sectionsThatCannotBeAreRefusedAsMisuse() {
    SessionDescription session = Parsing.of(EXAMPLE);
    MediaDescription media = session.media().get(2);
    assertThatIllegalArgumentException().isThrownBy(() -> session.without(Timing.class));
    assertThatIllegalArgumentException().isThrownBy(() -> session.without(Origin.class));
    assertThatIllegalArgumentException().isThrownBy(() -> session.with(media.mediaLine()));
    assertThatIllegalArgumentException().isThrownBy(() -> media.with(new SessionName("x")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> media.replacing(new MidAttribute("x"), new MidAttribute("y")))
        .withMessageContaining("no such line");
  }

  @Test
  void secretsDoNotShow() {
    String password = "abcdefghijklmnopqrstuvwx";
    SessionDescription session =
        Parsing.of(
            Parsing.HEAD
                + "k=clear:"
                + password
                + "\r\na=ice-pwd:"
                + password
                + "\r\nm=audio 9 RTP/SAVP 0\r\na=ice-pwd:"
                + password
                + "\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
                + password
                + "\r\n");
    assertThat(session.write()).contains(password);
    assertThat(session.toString()).doesNotContain(password).contains("a=ice-pwd:(hidden)");
    assertThat(session.media().toString()).doesNotContain(password);
    assertThat(session.lines().toString()).doesNotContain(password);
    assertThat(session.media().get(0).lines().toString()).doesNotContain(password);
    assertThat(Parsing.error(Parsing.HEAD + "a=ice-pwd:" + password + " " + password + "\r\n"))
        .message()
        .doesNotContain(password);
    assertThat(Parsing.error(Parsing.HEAD + "a=ice-pwd:" + password + "ü\r\n"))
        .message()
        .doesNotContain(password);
  }
}
