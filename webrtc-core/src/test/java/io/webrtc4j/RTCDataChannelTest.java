package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A channel's states without a peer; what the callback queue would call is called here. */
class RTCDataChannelTest {
  @Test
  void channelsAreClosedAsSoonAsTheirConnectionIs() {
    for (int i = 0; i < 100; i++) {
      RTCPeerConnection connection = new RTCPeerConnection();
      RTCDataChannel channel = connection.createDataChannel("x");
      channel.opened();
      assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.OPEN);
      connection.close();
      assertThat(channel.readyState()).isEqualTo(RTCDataChannelState.CLOSED);
      assertThatThrownBy(() -> channel.send("late")).hasMessageContaining("InvalidStateError");
    }
  }

  @Test
  void messagesThatComeAfterCloseAreDiscarded() {
    try (RTCPeerConnection connection = new RTCPeerConnection()) {
      RTCDataChannel channel = connection.createDataChannel("x");
      List<String> seen = new ArrayList<>();
      channel.onMessage(message -> seen.add(message.text()));
      channel.opened();
      channel.received(true, new byte[] {'a'});
      channel.close();
      channel.received(true, new byte[] {'b'});
      assertThat(seen).containsExactly("a");
    }
  }
}
