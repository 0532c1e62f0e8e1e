package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each enumeration against its block in W3C WebRTC, as text. */
class EnumerationsTest {
  static Stream<Arguments> enumerations() {
    return Stream.of(
        Arguments.of(RTCIceTransportPolicy.values(), List.of("relay", "all")),
        Arguments.of(RTCBundlePolicy.values(), List.of("balanced", "max-compat", "max-bundle")),
        Arguments.of(RTCRtcpMuxPolicy.values(), List.of("require")),
        Arguments.of(
            RTCRtpTransceiverDirection.values(),
            List.of("sendrecv", "sendonly", "recvonly", "inactive", "stopped")),
        Arguments.of(RTCIceRole.values(), List.of("unknown", "controlling", "controlled")),
        Arguments.of(RTCIceComponent.values(), List.of("rtp", "rtcp")),
        Arguments.of(
            RTCIceTransportState.values(),
            List.of(
                "closed", "failed", "disconnected", "new", "checking", "completed", "connected")),
        Arguments.of(RTCIceGathererState.values(), List.of("new", "gathering", "complete")),
        Arguments.of(RTCIceCandidateType.values(), List.of("host", "srflx", "prflx", "relay")),
        Arguments.of(RTCIceProtocol.values(), List.of("udp", "tcp")),
        Arguments.of(RTCIceTcpCandidateType.values(), List.of("active", "passive", "so")),
        Arguments.of(RTCIceServerTransportProtocol.values(), List.of("udp", "tcp", "tls")),
        Arguments.of(
            RTCSignalingState.values(),
            List.of(
                "stable",
                "have-local-offer",
                "have-remote-offer",
                "have-local-pranswer",
                "have-remote-pranswer",
                "closed")),
        Arguments.of(RTCIceGatheringState.values(), List.of("new", "gathering", "complete")),
        Arguments.of(RTCSdpType.values(), List.of("offer", "pranswer", "answer", "rollback")),
        Arguments.of(
            RTCDtlsTransportState.values(),
            List.of("new", "connecting", "connected", "closed", "failed")),
        Arguments.of(RTCSctpTransportState.values(), List.of("connecting", "connected", "closed")),
        Arguments.of(
            RTCDataChannelState.values(), List.of("connecting", "open", "closing", "closed")),
        Arguments.of(MediaStreamTrackState.values(), List.of("live", "ended")),
        Arguments.of(
            RTCErrorDetailType.values(),
            List.of(
                "data-channel-failure",
                "dtls-failure",
                "fingerprint-failure",
                "sctp-failure",
                "sdp-syntax-error",
                "hardware-encoder-not-available",
                "hardware-encoder-error")));
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void aValueIsTheW3cStringAndItsNameIsThatInCapitals(Enum<?>[] values, List<String> strings) {
    assertThat(values).extracting(Enum::toString).containsExactlyElementsOf(strings);
    assertThat(values)
        .extracting(Enum::name)
        .containsExactlyElementsOf(
            strings.stream().map(s -> s.toUpperCase(Locale.ROOT).replace('-', '_')).toList());
  }
}
