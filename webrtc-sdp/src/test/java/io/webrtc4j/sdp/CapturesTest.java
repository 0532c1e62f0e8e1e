package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Captures.Capture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    ChangedLines.assertEachChangesItsLineOnly(capture.description());
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

  private static List<Section> sections(SessionDescription session) {
    List<Section> sections = new ArrayList<>(List.of(session));
    sections.addAll(session.media());
    return sections;
  }
}
