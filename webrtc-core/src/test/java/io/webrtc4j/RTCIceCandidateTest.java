package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C WebRTC §4.8.1. */
class RTCIceCandidateTest {
  private static final String HOST =
      "candidate:1905690388 1 udp 2113937151 192.0.2.1 58041 typ host generation 0 ufrag thC8"
          + " network-cost 50";
  private static final String SRFLX_TCP =
      "candidate:2502902952 2 TCP 1686052607 2001:db8::1 9 typ srflx raddr 10.0.0.1 rport 25"
          + " tcptype active";

  @Test
  void oneThatNamesNoMediaSectionIsATypeError() {
    assertThatThrownBy(() -> new RTCIceCandidate(new RTCIceCandidateInit(HOST, null)))
        .isInstanceOfSatisfying(
            RTCException.class, e -> assertThat(e.name()).isEqualTo("TypeError"));
  }

  @Test
  void theMidOrTheIndexIsEnough() {
    RTCIceCandidate byMid = of(HOST);
    assertThat(byMid.sdpMid()).isEqualTo("0");
    assertThat(byMid.sdpMLineIndex()).isNull();
    RTCIceCandidate byIndex = new RTCIceCandidate(new RTCIceCandidateInit(HOST, null, 0, "thC8"));
    assertThat(byIndex.sdpMid()).isNull();
    assertThat(byIndex.sdpMLineIndex()).isZero();
    assertThat(byIndex.usernameFragment()).isEqualTo("thC8");
  }

  @Test
  void aHostCandidateIsReadFieldByField() {
    RTCIceCandidate candidate = of(HOST);
    assertThat(candidate.candidate()).isEqualTo(HOST);
    assertThat(candidate.foundation()).isEqualTo("1905690388");
    assertThat(candidate.component()).isEqualTo(RTCIceComponent.RTP);
    assertThat(candidate.protocol()).isEqualTo(RTCIceProtocol.UDP);
    assertThat(candidate.priority()).isEqualTo(2_113_937_151L);
    assertThat(candidate.address()).isEqualTo("192.0.2.1");
    assertThat(candidate.port()).isEqualTo(58_041);
    assertThat(candidate.type()).isEqualTo(RTCIceCandidateType.HOST);
    assertThat(candidate.tcpType()).isNull();
    assertThat(candidate.relatedAddress()).isNull();
    assertThat(candidate.relatedPort()).isNull();
    // The text's own ufrag is not the attribute, which comes from the dictionary alone.
    assertThat(candidate.usernameFragment()).isNull();
    assertThat(candidate.relayProtocol()).isNull();
    assertThat(candidate.url()).isNull();
  }

  @Test
  void aReflexiveCandidateOfTcpTellsWhoOpensAndWhatItIsDerivedFrom() {
    RTCIceCandidate candidate = of(SRFLX_TCP);
    assertThat(candidate.component()).isEqualTo(RTCIceComponent.RTCP);
    assertThat(candidate.protocol()).isEqualTo(RTCIceProtocol.TCP);
    assertThat(candidate.type()).isEqualTo(RTCIceCandidateType.SRFLX);
    assertThat(candidate.tcpType()).isEqualTo(RTCIceTcpCandidateType.ACTIVE);
    assertThat(candidate.relatedAddress()).isEqualTo("10.0.0.1");
    assertThat(candidate.relatedPort()).isEqualTo(25);
  }

  @Test
  void aHostCandidateIsDerivedFromNothingAndUdpHasNoTcpType() {
    RTCIceCandidate candidate =
        of("candidate:1 1 udp 1 192.0.2.1 5 typ host raddr 0.0.0.0 rport 0 tcptype active");
    assertThat(candidate.type()).isEqualTo(RTCIceCandidateType.HOST);
    assertThat(candidate.relatedAddress()).isNull();
    assertThat(candidate.relatedPort()).isNull();
    assertThat(candidate.tcpType()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arbitrary text",
        "candidate:1 1 udp",
        "candidate:1 3 udp 1 192.0.2.1 5 typ host",
        "candidate:1 1 sctp 1 192.0.2.1 5 typ host",
        "candidate:1 1 udp 1 192.0.2.1 5 typ martian",
        "candidate:1 1 udp 1 192.0.2.1 65536 typ host",
        "candidate:1 1 udp 4294967296 192.0.2.1 5 typ host",
        "candidate:1 1 tcp 1 192.0.2.1 9 typ host tcptype eager"
      })
  void oneThatCannotBeReadIsKeptAndItsPartsAreNull(String text) {
    RTCIceCandidate candidate = of(text);
    assertThat(candidate.candidate()).isEqualTo(text);
    assertThat(candidate.sdpMid()).isEqualTo("0");
    assertThat(candidate.foundation()).isNull();
    assertThat(candidate.component()).isNull();
    assertThat(candidate.priority()).isNull();
    assertThat(candidate.address()).isNull();
    assertThat(candidate.protocol()).isNull();
    assertThat(candidate.port()).isNull();
    assertThat(candidate.type()).isNull();
    assertThat(candidate.tcpType()).isNull();
    assertThat(candidate.relatedAddress()).isNull();
    assertThat(candidate.relatedPort()).isNull();
  }

  @Test
  void whatOnlyItsOwnSideKnowsIsNotSignalled() {
    RTCIceCandidateInit signalled = new RTCIceCandidateInit(HOST, "0", 0, "thC8");
    RTCIceCandidate candidate =
        new RTCIceCandidate(
            new RTCLocalIceCandidateInit(
                signalled, RTCIceServerTransportProtocol.TLS, "turns:turn.example.org"));
    assertThat(candidate.relayProtocol()).isEqualTo(RTCIceServerTransportProtocol.TLS);
    assertThat(candidate.url()).isEqualTo("turns:turn.example.org");
    assertThat(candidate.toJSON()).isEqualTo(signalled);
    assertThat(new RTCPeerConnectionIceEvent(candidate).url()).isEqualTo("turns:turn.example.org");
  }

  private static RTCIceCandidate of(String text) {
    return new RTCIceCandidate(new RTCIceCandidateInit(text, "0"));
  }
}
