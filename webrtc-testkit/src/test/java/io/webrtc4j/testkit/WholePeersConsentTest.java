package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.LossBursts;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a connection is given up (RFC 7675), and when it is not. */
class WholePeersConsentTest {
  @Test
  void aProcessThatPausesForTwentySecondsGoesOn() {
    Seeds.forEach(
        200,
        seed -> {
          TwoPeers peers = opened(seed, LinkConditions.perfect());
          peers.bob.pause(Duration.ofSeconds(20));
          peers.network.run(Duration.ofSeconds(30));
          assertThat(peers.areConnected()).as("%s", peers).isTrue();
          peers.exchangeMessages();
        });
  }

  @Test
  void aProcessThatPausesForAMinuteIsGivenUpForLackOfConsent() {
    Seeds.forEach(
        200,
        seed -> {
          TwoPeers peers = opened(seed, LinkConditions.perfect());
          peers.bob.pause(Duration.ofSeconds(60));
          peers.network.run(Duration.ofSeconds(59));
          assertThat(peers.a.connectionState()).isEqualTo(RTCPeerConnectionState.FAILED);
          assertThat(peers.a.failureReason().orElse("")).containsIgnoringCase("consent");
          peers.network.run(Duration.ofSeconds(61));
          assertThat(peers.b.connectionState()).isEqualTo(RTCPeerConnectionState.FAILED);
        });
  }

  @Test
  void anOutageOfTwentySecondsIsSurvived() {
    Seeds.forEach(
        200,
        seed -> {
          TwoPeers peers = opened(seed, LinkConditions.perfect());
          peers.bob.up(false);
          peers.network.run(Duration.ofSeconds(20));
          peers.bob.up(true);
          peers.network.run(Duration.ofSeconds(30));
          assertThat(peers.areConnected()).as("%s", peers).isTrue();
          peers.exchangeMessages();
        });
  }

  @Test
  void consentIsLostOnlyWhenNoAnswerCameForItsWholePeriod() {
    int[] lost = {0};
    int[] kept = {0};
    Seeds.forEach(
        200,
        seed -> {
          TwoPeers peers = opened(seed, LinkConditions.perfect());
          peers.network.log().clear();
          peers.network.conditions(
              LinkConditions.perfect().withLoss(0.3).withBursts(LossBursts.of(0.1, 6)));
          ConsentRecord consent = new ConsentRecord(peers.a, peers.alice, peers.network);
          peers.network.run(Duration.ofMinutes(5));
          if (consent.isLost()) {
            lost[0]++;
            consent.confirmIfLost();
          } else if (peers.areConnected()) {
            kept[0]++;
          }
        });
    if (Long.getLong("seed") == null) {
      assertThat(lost[0]).as("how often consent was lost").isPositive();
      assertThat(kept[0]).as("how often it was kept").isPositive();
    }
  }

  private static TwoPeers opened(long seed, LinkConditions conditions) {
    TwoPeers peers = new TwoPeers(seed, conditions);
    assertThat(peers.open()).isTrue();
    return peers;
  }
}
