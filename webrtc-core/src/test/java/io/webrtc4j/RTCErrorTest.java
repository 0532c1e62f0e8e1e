package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** W3C WebRTC §11. */
class RTCErrorTest {
  @Test
  void anErrorIsAnOperationErrorThatTellsMore() {
    RTCError error =
        new RTCError(
            RTCErrorInit.builder(RTCErrorDetailType.DTLS_FAILURE).receivedAlert(42).build(),
            "the peer refused");
    assertThat(error).isInstanceOf(RTCException.class);
    assertThat(error.name()).isEqualTo("OperationError");
    assertThat(error).hasMessage("OperationError: the peer refused");
    assertThat(error.errorDetail()).isEqualTo(RTCErrorDetailType.DTLS_FAILURE);
    assertThat(error.receivedAlert()).isEqualTo(42);
    assertThat(error.sentAlert()).isNull();
    assertThat(error.sdpLineNumber()).isNull();
    assertThat(error.sctpCauseCode()).isNull();
  }

  @Test
  void eachDetailIsTheOneThatItWasMadeWith() {
    RTCError error =
        new RTCError(
            RTCErrorInit.builder(RTCErrorDetailType.SDP_SYNTAX_ERROR)
                .sdpLineNumber(7)
                .sctpCauseCode(9)
                .sentAlert(80)
                .build());
    assertThat(error.sdpLineNumber()).isEqualTo(7);
    assertThat(error.sctpCauseCode()).isEqualTo(9);
    assertThat(error.sentAlert()).isEqualTo(80);
    assertThat(error.receivedAlert()).isNull();
  }

  @Test
  void anAlertIsUnsigned() {
    assertThatThrownBy(
            () -> RTCErrorInit.builder(RTCErrorDetailType.DTLS_FAILURE).sentAlert(-1).build())
        .isInstanceOf(RTCException.class)
        .hasMessageContaining("TypeError");
  }

  @Test
  void anUnreachableServersEventHasNoPortWithoutAnAddress() {
    RTCPeerConnectionIceErrorEvent event =
        new RTCPeerConnectionIceErrorEvent(
            null,
            5000,
            "stun:stun.example.org",
            RTCPeerConnectionIceErrorEvent.UNREACHABLE,
            "no answer");
    assertThat(event.type()).isEqualTo("icecandidateerror");
    assertThat(event.port()).isNull();
    assertThat(event.errorCode()).isEqualTo(701);
  }
}
