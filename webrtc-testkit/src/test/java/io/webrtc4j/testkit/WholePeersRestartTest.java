package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole connections that restart ICE, since a host has moved or since nothing came for long. */
class WholePeersRestartTest {
  private static final int SEEDS = 200;
  private static final int BYTES = 200_000;
  private static final double[] LOSSES = {0, 0.05, 0.2};

  @Test
  void whatIsBeingSentArrivesAlthoughHostsMove() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          TwoPeers peers = opened(seed);
          Transfer toBob = Transfer.begin(peers.channel, peers.offered.get(0), BYTES, seed);
          Transfer toAlice = Transfer.begin(peers.offered.get(0), peers.channel, BYTES, ~seed);
          for (int i = 1; i <= 2; i++) {
            peers.network.run(Duration.ofMillis(random.nextInt(3000)));
            if (random.nextBoolean()) {
              move(peers.alice, "10.0." + i + ".1");
              peers.a.restartIce();
            } else {
              move(peers.bob, "10.0." + i + ".2");
              peers.b.restartIce();
            }
          }
          assertThat(
                  peers.network.runUntil(
                      () -> toBob.isDone() && toAlice.isDone(), Duration.ofMinutes(10)))
              .as("%s; %s; %s", toBob, toAlice, peers)
              .isTrue();
          assertThat(peers.signaling.failure()).isNull();
        });
  }

  @Test
  void bothMayRestartAtOnce() {
    Seeds.forEach(
        SEEDS / 4,
        seed -> {
          TwoPeers peers = opened(seed);
          peers.a.restartIce();
          peers.network.run(Duration.ofMillis(new SplittableRandom(seed).nextInt(120)));
          peers.b.restartIce();
          peers.network.run(Duration.ofSeconds(5));
          assertThat(peers.connect()).as("%s", peers).isTrue();
          peers.exchangeMessages();
          assertThat(peers.signaling.failure()).isNull();
        });
  }

  @Test
  void aConnectionThatHasFailedComesBack() {
    Seeds.forEach(
        SEEDS / 4,
        seed -> {
          TwoPeers peers = opened(seed);
          peers.bob.up(false);
          peers.network.run(Duration.ofSeconds(90));
          assertThat(peers.a.connectionState()).isEqualTo(RTCPeerConnectionState.FAILED);
          peers.bob.up(true);
          peers.a.restartIce();
          assertThat(peers.connect()).as("%s", peers).isTrue();
          peers.exchangeMessages();
        });
  }

  @Test
  void theSocketsOfAnAddressThatHasGoneAreClosedInTheEnd() {
    TwoPeers peers = opened(0);
    move(peers.alice, "10.0.1.1");
    peers.a.restartIce();
    peers.network.run(Duration.ofSeconds(5));
    assertThat(path(peers)).startsWith("10.0.1.1:");
    assertThat(peers.alice.openPorts()).isEqualTo(2);
    peers.network.run(TwoPeers.MINUTE);
    assertThat(peers.alice.openPorts()).isEqualTo(1);
    assertThat(peers.bob.openPorts()).isEqualTo(1);
    assertThat(peers.areConnected()).isTrue();
  }

  private static String path(TwoPeers peers) {
    return String.valueOf(peers.network.await(peers.a.report()).localCandidate());
  }

  private static void move(VirtualHost host, String to) {
    List.copyOf(host.addresses()).forEach(address -> host.removeAddress(address.getHostAddress()));
    host.address(to);
  }

  private static TwoPeers opened(long seed) {
    double loss = LOSSES[(int) (seed % LOSSES.length)];
    LinkConditions conditions =
        LinkConditions.perfect()
            .withLoss(loss)
            .withDelay(Duration.ofMillis(20), Duration.ofMillis(2));
    TwoPeers peers = new TwoPeers(seed, conditions);
    assertThat(peers.open()).as("%s", peers).isTrue();
    return peers;
  }
}
