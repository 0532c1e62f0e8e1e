package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeneratedSessionsTest {
  @Property
  void whatIsWrittenIsReadAsTheSame(@ForAll("sessions") SessionDescription session)
      throws SdpParseException {
    assertThat(SessionDescription.parse(session.write())).isEqualTo(session);
  }

  @Property
  void whatIsWrittenOnceIsWrittenTheSameAgain(@ForAll("sessions") SessionDescription session)
      throws SdpParseException {
    String text = session.write();
    assertThat(SessionDescription.parse(text).write()).isEqualTo(text);
  }

  @Property(tries = 200)
  void aChangedValueChangesItsLineOnly(@ForAll("sessions") SessionDescription session) {
    ChangedLines.assertEachChangesItsLineOnly(session);
  }

  @Example
  void everyTypeOfLineIsAmongThem() {
    Set<Class<?>> generated =
        Sessions.any()
            .sampleStream()
            .limit(3000)
            .flatMap(GeneratedSessionsTest::lines)
            .map(Line::getClass)
            .collect(Collectors.toSet());
    assertThat(generated).isEqualTo(LineTypes.all()).hasSizeGreaterThan(50);
  }

  private static Stream<Line> lines(SessionDescription session) {
    return Stream.concat(
        session.lines().stream(),
        session.media().stream()
            .flatMap(media -> Stream.concat(Stream.of(media.mediaLine()), media.lines().stream())));
  }

  @Provide
  Arbitrary<SessionDescription> sessions() {
    return Sessions.any();
  }
}
