package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.webrtc4j.sdp.CandidateAttribute.Extension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateAttributeTest {
  /** RFC 8839 §5.1. */
  private static final String REFLEXIVE =
      "candidate:2 1 UDP 1694498815 192.0.2.3 45664 typ srflx raddr 203.0.113.141 rport 8998";

  private static final String ACTIVE_TCP =
      "candidate:3 2 tcp 1518280447 ::1 9 typ host tcptype active generation 0 ufrag RgHY";

  @Test
  void theExampleOfRfc8839IsUnderstood() throws SdpParseException {
    CandidateAttribute candidate = CandidateAttribute.parse(REFLEXIVE);
    assertThat(candidate)
        .isEqualTo(
            new CandidateAttribute(
                "2",
                1,
                "UDP",
                1_694_498_815,
                "192.0.2.3",
                45664,
                "srflx",
                Optional.of("203.0.113.141"),
                OptionalInt.of(8998),
                List.of()));
    assertThat(candidate.isUdp()).isTrue();
    assertThat(candidate.isTcp()).isFalse();
    assertThat(candidate.text()).isEqualTo(REFLEXIVE);
  }

  @Test
  void extensionsKeepTheirOrderAndAreFoundByName() throws SdpParseException {
    CandidateAttribute candidate = CandidateAttribute.parse(ACTIVE_TCP);
    assertThat(candidate.extensions())
        .containsExactly(
            new Extension("tcptype", "active"),
            new Extension("generation", "0"),
            new Extension("ufrag", "RgHY"));
    assertThat(candidate.tcpType()).contains("active");
    assertThat(candidate.ufrag()).contains("RgHY");
    assertThat(candidate.extension("network-id")).isEmpty();
    assertThat(candidate.isTcp()).isTrue();
    assertThat(candidate.text()).isEqualTo(ACTIVE_TCP);
  }

  @Test
  void aWholeLineIsACandidateToo() throws SdpParseException {
    assertThat(CandidateAttribute.parse("a=" + REFLEXIVE + "\r\n"))
        .isEqualTo(CandidateAttribute.parse(REFLEXIVE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candidate:1 1 sctp 1 192.0.2.1 9 typ host",
        "candidate:1 1 udp 0 f7d0cba8-7a12-4f7e-9b7e-c1ba5ebd1a3d.local 9 typ host",
        "candidate:1 1 udp 4294967295 192.0.2.1 9 typ new-type raddr 0.0.0.0 rport 9",
        "candidate:Ab+/ 256 udp 1 192.0.2.1 0 typ relay rport 9 name value"
      })
  void whatTheGrammarAllowsIsRead(String text) throws SdpParseException {
    assertThat(CandidateAttribute.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', 1
          'a=', 3
          'candidat', 1
          'a=foo:1', 3
          'candidate:', 11
          'candidate:1 x udp 1 192.0.2.1 9 typ host', 13
          'candidate:1 1 udp 1 192.0.2.1 70000 typ host', 31
          'a=candidate:1 1 udp 1 192.0.2.1 70000 typ host', 33
          'candidate:1 1 udp 1 192.0.2.1 9 type host', 33
          'candidate:1 1 udp 1 192.0.2.1 9typ host', 32
          'candidate:1 1 udp 1 192.0.2.1 9 typ host raddr', 47
          'candidate:1 1 udp 1 192.0.2.1 9 typ host lonely', 48
          'candidate:1234567890123456789012345678901234 1 udp 1 192.0.2.1 9 typ host', 11
          """)
  void aMalformedCandidateIsRefusedWithItsColumn(String text, int column) {
    assertThatExceptionOfType(SdpParseException.class)
        .isThrownBy(() -> CandidateAttribute.parse(text))
        .satisfies(e -> assertThat(e.column()).isEqualTo(column))
        .satisfies(e -> assertThat(e.line()).isEqualTo(1));
  }

  @Test
  void anEndlessCandidateIsRefused() {
    assertThatExceptionOfType(SdpParseException.class)
        .isThrownBy(() -> CandidateAttribute.parse(ACTIVE_TCP + " a b".repeat(2000)))
        .withMessageContaining("at most");
  }
}
