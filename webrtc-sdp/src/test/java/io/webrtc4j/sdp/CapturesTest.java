package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Captures.Capture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapturesTest {
  private static final int CAPTURED = 131;

  static List<Capture> descriptions() {
    return Captures.descriptions();
  }

  @Test
  void allAreThere() {
    assertThat(Captures.descriptions()).hasSize(CAPTURED);
    assertThat(Captures.candidates()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void aBrowsersDescriptionIsWrittenBackCharacterByCharacter(Capture capture) {
    assertThat(capture.description().write()).isEqualTo(capture.text());
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void aBrowsersLinesAreAllOfKnownTypes(Capture capture) {
    List<Section> sections = sections(capture.description());
    assertThat(sections)
        .allSatisfy(section -> assertThat(section.lines(UnknownLine.class)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void aChangedValueChangesItsLineOnly(Capture capture) {
    SessionDescription session = capture.description();
    for (int i = 0; i < session.lines().size(); i++) {
      Optional<List<Line>> changed = changedAt(session.lines(), i);
      int line = i;
      changed.ifPresent(lines -> assertOneLineDiffers(session, session.withLines(lines), line));
    }
    int firstLine = session.lines().size();
    for (int m = 0; m < session.media().size(); m++) {
      MediaDescription media = session.media().get(m);
      for (int i = 0; i < media.lines().size(); i++) {
        Optional<List<Line>> changed = changedAt(media.lines(), i);
        if (changed.isPresent()) {
          List<MediaDescription> all = new ArrayList<>(session.media());
          all.set(m, media.withLines(changed.get()));
          assertOneLineDiffers(session, session.withMedia(all), firstLine + 1 + i);
        }
      }
      firstLine += 1 + media.lines().size();
    }
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void aChangedPortChangesTheMediaLineOnly(Capture capture) {
    SessionDescription session = capture.description();
    int firstLine = session.lines().size();
    for (int m = 0; m < session.media().size(); m++) {
      MediaDescription media = session.media().get(m);
      List<MediaDescription> all = new ArrayList<>(session.media());
      all.set(m, media.withPort(media.port() ^ 1));
      assertOneLineDiffers(session, session.withMedia(all), firstLine);
      firstLine += 1 + media.lines().size();
    }
  }

  @Test
  void everyAttributeInAllOfThemIsUnderstood() {
    Set<String> understood = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (Capture capture : Captures.descriptions()) {
      for (Section section : sections(capture.description())) {
        for (Attribute attribute : section.attributes()) {
          (attribute instanceof UnknownAttribute ? unknown : understood).add(attribute.name());
        }
      }
    }
    assertThat(understood).hasSize(32).contains("rtpmap", "fmtp", "simulcast", "sctp-init");
    assertThat(unknown).as("attributes that are not understood").isEmpty();
  }

  @Test
  void aTrickledCandidateIsReadAndWritten() throws SdpParseException {
    for (Capture capture : Captures.candidates()) {
      List<String> candidates =
          capture.text().lines().map(line -> line.substring(2)).filter(c -> !c.isEmpty()).toList();
      assertThat(candidates).as(capture.file()).isNotEmpty();
      for (String candidate : candidates) {
        assertThat(CandidateAttribute.parse(candidate).text()).isEqualTo(candidate);
      }
    }
  }

  private static Optional<List<Line>> changedAt(List<Line> lines, int index) {
    if (!(lines.get(index) instanceof Attribute attribute)) {
      return Optional.empty();
    }
    return ChangedAttributes.of(attribute)
        .map(
            changed -> {
              List<Line> copy = new ArrayList<>(lines);
              copy.set(index, changed);
              return copy;
            });
  }

  private static void assertOneLineDiffers(
      SessionDescription before, SessionDescription after, int index) {
    List<String> old = Arrays.asList(before.write().split("\r\n", -1));
    List<String> now = Arrays.asList(after.write().split("\r\n", -1));
    assertThat(now).hasSameSizeAs(old);
    assertThat(IntStream.range(0, old.size()).filter(i -> !old.get(i).equals(now.get(i))))
        .containsExactly(index);
    assertThat(Parsing.of(after.write())).isEqualTo(after);
  }

  private static List<Section> sections(SessionDescription session) {
    List<Section> sections = new ArrayList<>(List.of(session));
    sections.addAll(session.media());
    return sections;
  }
}
