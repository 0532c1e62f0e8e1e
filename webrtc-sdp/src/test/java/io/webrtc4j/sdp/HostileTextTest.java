package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text is a description or an {@link SdpParseException} that names a place in it. */
class HostileTextTest {
  private static final List<String> CAPTURES =
      Captures.descriptions().stream().map(Captures.Capture::text).toList();

  private static final String PIECES = "\r\n =:/-+0123456789abmvxtypA\0é\t";
  private static final int MAX_MUTATIONS = 6;

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    readOrRefuse(text);
  }

  @Property
  void anyLineIsReadOrRefused(@ForAll("lines") String line) {
    readOrRefuse(Parsing.HEAD + line + "\n");
    readOrRefuse(Parsing.HEAD + "m=audio 9 RTP/AVP 0\n" + line + "\n");
  }

  @Property(tries = 3000)
  void aDamagedCaptureIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(CAPTURES.get(random.nextInt(CAPTURES.size())));
    for (int i = random.nextInt(MAX_MUTATIONS); i >= 0; i--) {
      mutate(text, random);
    }
    readOrRefuse(text.toString());
  }

  @Property
  void anyCandidateIsReadOrRefused(@ForAll("lines") String line) {
    try {
      CandidateAttribute candidate = CandidateAttribute.parse(line);
      assertThat(CandidateAttribute.parse(candidate.text())).isEqualTo(candidate);
    } catch (SdpParseException e) {
      assertThat(e.line()).isEqualTo(1);
      assertThat(e.column()).isBetween(1, line.length() + 1);
    }
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> starts =
        Arbitraries.of(
            "",
            "o=",
            "c=IN IP4 ",
            "b=",
            "t=",
            "r=",
            "z=",
            "k=",
            "m=",
            "m=audio 9",
            "a=",
            "a=mid:",
            "a=group:",
            "a=fingerprint:sha-1 ",
            "a=setup:",
            "a=ice-pwd:",
            "a=ice-options:",
            "a=sctp-port:",
            "a=max-message-size:",
            "a=msid-semantic:",
            "a=rtpmap:",
            "a=rtpmap:96 VP8/",
            "a=fmtp:96 ",
            "a=rtcp-fb:",
            "a=rtcp:",
            "a=extmap:",
            "a=ssrc:1 ",
            "a=ssrc-group:FID ",
            "a=msid:",
            "a=rid:hi send ",
            "a=simulcast:",
            "a=simulcast:send ",
            "a=sctpmap:",
            "a=ptime:",
            "a=tls-id:",
            "a=candidate:",
            "a=candidate:1 1 udp 1 192.0.2.1 9 typ host",
            "candidate:1 1 udp 1 ::1 9 typ ");
    Arbitrary<String> rests =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(30),
            Arbitraries.strings().withChars(PIECES).ofMaxLength(30));
    return starts.flatMap(start -> rests.map(rest -> start + rest));
  }

  private static void mutate(StringBuilder text, Random random) {
    if (text.length() == 0) {
      return;
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(8));
    char piece = PIECES.charAt(random.nextInt(PIECES.length()));
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, piece);
      case 1 -> text.insert(at, piece);
      case 2 -> text.delete(at, end);
      case 3 -> text.insert(at, text.substring(at, end));
      case 4 -> moveLine(text, at, random.nextInt(text.length()));
      default -> text.setLength(at);
    }
  }

  private static void moveLine(StringBuilder text, int from, int to) {
    int start = text.lastIndexOf("\n", from) + 1;
    int end = text.indexOf("\n", from);
    if (end < 0) {
      return;
    }
    String line = text.substring(start, end + 1);
    text.delete(start, end + 1);
    int place = text.lastIndexOf("\n", to) + 1;
    text.insert(place, line);
  }

  private static void readOrRefuse(String text) {
    try {
      SessionDescription session = SessionDescription.parse(text);
      assertThat(SessionDescription.parse(session.write())).isEqualTo(session);
    } catch (SdpParseException e) {
      String[] lines = text.split("\r?\n", -1);
      assertThat(e.line()).isBetween(1, lines.length + 1);
      String line = e.line() <= lines.length ? lines[e.line() - 1] : "";
      assertThat(e.column()).as(e.getMessage()).isBetween(1, line.length() + 1);
    }
  }
}
