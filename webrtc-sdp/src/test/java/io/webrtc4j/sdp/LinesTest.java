package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.TypedTime.Unit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static final OptionalInt NONE = OptionalInt.empty();

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of(
            "c=IN IP4 233.252.0.1/127",
            new ConnectionData("IN", "IP4", "233.252.0.1", OptionalInt.of(127), NONE)),
        Arguments.of(
            "c=IN IP4 233.252.0.1/127/3",
            new ConnectionData("IN", "IP4", "233.252.0.1", OptionalInt.of(127), OptionalInt.of(3))),
        Arguments.of(
            "c=IN IP6 ff00::db8:0:101/3",
            new ConnectionData("IN", "IP6", "ff00::db8:0:101", NONE, OptionalInt.of(3))),
        Arguments.of(
            "c=ATM NSAP 47/0091", new ConnectionData("ATM", "NSAP", "47/0091", NONE, NONE)),
        Arguments.of("b=X-YZ:128", new Bandwidth("X-YZ", 128)),
        Arguments.of("t=3724394400 3724398000", new Timing(3_724_394_400L, 3_724_398_000L)),
        Arguments.of(
            "r=7d 1h 0 25h",
            new RepeatTimes(
                new TypedTime(7, Unit.DAYS),
                new TypedTime(1, Unit.HOURS),
                List.of(new TypedTime(0, Unit.PLAIN), new TypedTime(25, Unit.HOURS)))),
        Arguments.of(
            "z=3730928400 -1h 3749680800 0",
            new TimeZoneAdjustments(
                List.of(
                    new TimeZoneAdjustments.Adjustment(
                        3_730_928_400L, new TypedTime(-1, Unit.HOURS)),
                    new TimeZoneAdjustments.Adjustment(
                        3_749_680_800L, new TypedTime(0, Unit.PLAIN))))),
        Arguments.of("k=prompt", new EncryptionKey("prompt", null)),
        Arguments.of("k=base64:AA==", new EncryptionKey("base64", "AA==")),
        Arguments.of("i=", new Information("")),
        Arguments.of("i= tab\tand Ümlaut 🙂 ", new Information(" tab\tand Ümlaut 🙂 ")),
        Arguments.of("q=", new UnknownLine('q', "")),
        Arguments.of("a=group:LS 1 2", new GroupAttribute("LS", List.of("1", "2"))),
        Arguments.of("a=group:BUNDLE", GroupAttribute.bundle(List.of())),
        Arguments.of("a=ice-options:google-ice", new IceOptionsAttribute(List.of("google-ice"))),
        Arguments.of("a=sctp-port:0", new SctpPortAttribute(0)),
        Arguments.of(
            "a=max-message-size:9223372036854775807", new MaxMessageSizeAttribute(Long.MAX_VALUE)),
        Arguments.of("a=setup:holdconn", new SetupAttribute(Setup.HOLDCONN)),
        Arguments.of("a=ice-lite", new IceLiteAttribute()),
        Arguments.of(
            "a=tls-id:91bbf309c0990a6bec11e38ba2933cee",
            new TlsIdAttribute("91bbf309c0990a6bec11e38ba2933cee")),
        Arguments.of("a=msid-semantic: WMS", new MsidSemanticAttribute("WMS", List.of(), true)),
        Arguments.of(
            "a=msid-semantic:WMS *", new MsidSemanticAttribute("WMS", List.of("*"), false)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsUnderstoodAndWritten(String text, Line line) {
    Line parsed = Parsing.line(text);
    assertThat(parsed).isEqualTo(line).hasSameHashCodeAs(line);
    assertThat(parsed.type() + "=" + parsed.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=unheard-of",
        "a=unheard-of:",
        "a=unheard-of: with  spaces ",
        "a=un heard:of:it",
        // Known names, in a form that is to be ignored.
        "a=ice-lite:really",
        "a=sendrecv:",
        "a=candidate",
        "a=candidate:",
        "a=candidate:1 1 udp 1 192.0.2.1 5000",
        "a=candidate:1 1 udp 1 192.0.2.1 65536 typ host",
        "a=candidate:1 257 udp 1 192.0.2.1 5000 typ host",
        "a=candidate:1 1 udp 4294967296 192.0.2.1 5000 typ host",
        "a=candidate:1 1 udp 1 192.0.2.1 5000 typ host generation",
        "a=msid-semantic:"
      })
  void anAttributeThatIsUnknownOrToBeIgnoredIsKeptAsItCame(String text) {
    assertThat(Parsing.line(text)).isInstanceOf(UnknownAttribute.class);
    assertThat("a=" + Parsing.line(text).text()).isEqualTo(text);
  }

  @Test
  void leadingZerosAreToleratedAndNotWritten() {
    assertThat(Parsing.line("b=AS:00000000000000000000000128")).isEqualTo(new Bandwidth("AS", 128));
  }

  @Test
  void aLengthOfTimeIsCountedInSeconds() {
    assertThat(new TypedTime(7, Unit.DAYS).seconds()).isEqualTo(604_800);
    assertThat(new TypedTime(-1, Unit.HOURS).seconds()).isEqualTo(-3600);
    assertThat(new TypedTime(2, Unit.MINUTES).seconds()).isEqualTo(120);
  }
}
