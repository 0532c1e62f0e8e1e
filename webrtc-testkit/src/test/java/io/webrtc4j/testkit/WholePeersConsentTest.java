package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.LossBursts;
import io.webrtc4j.sim.Seeds;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** When a connection is given up (RFC 7675), and when it is not. */
class WholePeersConsentTest {
  /** RFC 7675 §5.1: consent expires 30 seconds after the last answer. */
  private static final Duration EXPIRY = Duration.ofSeconds(30);

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
          List<Duration> failures = new ArrayList<>();
          peers.a.onConnectionStateChange(
              event -> {
                if (peers.a.connectionState() == RTCPeerConnectionState.FAILED) {
                  failures.add(peers.network.now());
                }
              });
          peers.network.run(Duration.ofMinutes(5));
          if (failures.isEmpty()) {
            kept[0]++;
          } else if (isConsent(peers.a)) {
            lost[0]++;
            noAnswerCameBefore(failures.get(0), peers);
          }
        });
    if (Long.getLong("seed") == null) {
      assertThat(lost[0]).as("how often consent was lost").isPositive();
      assertThat(kept[0]).as("how often it was kept").isPositive();
    }
  }

  private static void noAnswerCameBefore(Duration failure, TwoPeers peers) {
    InetAddress alice = peers.alice.addresses().get(0);
    assertThat(
            peers
                .network
                .log()
                .matching(
                    packet ->
                        packet.delivered()
                            && packet.kind() == PacketKind.STUN_RESPONSE
                            && packet.to().getAddress().equals(alice)
                            && packet.endedAt().compareTo(failure) <= 0
                            && packet.endedAt().compareTo(failure.minus(EXPIRY)) > 0))
        .as("answers before consent was lost at %s", failure)
        .isEmpty();
    long checks =
        peers.network.log().stream()
            .filter(packet -> packet.kind() == PacketKind.STUN_REQUEST)
            .filter(packet -> packet.from().getAddress().equals(alice))
            .filter(packet -> packet.sentAt().compareTo(failure.minus(EXPIRY)) > 0)
            .count();
    assertThat(checks).as("checks of the period").isBetween(4L, 8L);
  }

  private static boolean isConsent(RTCPeerConnection connection) {
    return connection.failureReason().orElse("").toLowerCase(Locale.ROOT).contains("consent");
  }

  private static TwoPeers opened(long seed, LinkConditions conditions) {
    TwoPeers peers = new TwoPeers(seed, conditions);
    assertThat(peers.open()).isTrue();
    return peers;
  }
}
