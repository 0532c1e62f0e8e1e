package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleStateTest {
  @Test
  void whatIsClosedStaysClosedThoughTheCallbackQueueIsBehind() {
    VisibleState state = new VisibleState();
    state.connection(RTCPeerConnectionState.CONNECTING, null);
    state.close();
    assertThat(state.ice(RTCIceConnectionState.CONNECTED)).isFalse();
    assertThat(state.connection(RTCPeerConnectionState.FAILED, "too late")).isFalse();
    assertThat(state.isClosed()).isTrue();
    assertThat(state.signaling).isEqualTo(RTCSignalingState.CLOSED);
    assertThat(state.ice).isEqualTo(RTCIceConnectionState.CLOSED);
    assertThat(state.connection).isEqualTo(RTCPeerConnectionState.CLOSED);
    assertThat(state.failureReason).isNull();
  }
}
