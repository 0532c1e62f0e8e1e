package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two connections on two virtual hosts. */
class WholePeersTest {
  private final TwoPeers peers = new TwoPeers(1, LinkConditions.perfect());

  @Test
  void theyConnect() {
    assertThat(peers.connect()).isTrue();
    assertThat(peers.signaling.failure()).isNull();
    assertThat(peers.network.now()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void oneWhoseNetworkGoesAwayIsGivenUpForLackOfConsent() {
    assertThat(peers.connect()).isTrue();
    peers.bob.up(false);
    assertThat(
            peers.network.runUntil(
                () -> peers.a.connectionState() == RTCPeerConnectionState.FAILED,
                Duration.ofMinutes(2)))
        .isTrue();
    assertThat(peers.a.failureReason().orElse("")).containsIgnoringCase("consent");
  }
}
