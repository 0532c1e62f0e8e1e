package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Establishing a connection while datagrams of ICE's, DTLS' and SCTP's handshakes go missing. */
class WholePeersHandshakeTest {
  private static final LinkConditions PERFECT = LinkConditions.perfect();
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration AFTER_RETRANSMISSION = Duration.ofSeconds(15);
  private static final Duration LATEST_REVERSED_ARRIVAL = Duration.ofMillis(100);

  @Test
  void aChannelIsOpenWithinASecondWhenNothingIsLost() {
    TwoPeers peers = new TwoPeers(1, PERFECT);
    assertThat(peers.open()).isTrue();
    assertThat(peers.network.now()).isLessThan(SOON);
    assertThat(peers.signaling.failure()).isNull();
    peers.exchangeMessages();
  }

  @Test
  void everySingleDatagramMayBeLost() {
    for (int lost = 0; lost < datagramsOfASetUp(); lost++) {
      opensWithout(List.of(lost));
    }
  }

  @Test
  void everyPairOfDatagramsMayBeLost() {
    int count = datagramsOfASetUp();
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        opensWithout(List.of(first, second));
      }
    }
  }

  @Test
  void allDatagramsMayArriveInReverse() {
    Seeds.forEach(
        200,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, PERFECT);
          reverse(peers.network, peers.alice.uplink());
          reverse(peers.network, peers.bob.uplink());
          opensAndWorks(peers);
        });
  }

  @Test
  void aFifthOfAllDatagramsMayBeLost() {
    Seeds.forEach(
        200,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, PERFECT.withLoss(0.2));
          assertThat(peers.open()).as("%s", peers).isTrue();
        });
  }

  private static void opensWithout(List<Integer> lost) {
    TwoPeers peers = new TwoPeers(1, PERFECT);
    int[] sent = {0};
    Predicate<Datagram> survives = datagram -> !lost.contains(sent[0]++);
    peers.alice.uplink().filter(survives);
    peers.bob.uplink().filter(survives);
    assertThat(peers.network.runUntil(peers::isOpen, AFTER_RETRANSMISSION))
        .as("without datagrams %s: %s\n%s", lost, peers, peers.network.log())
        .isTrue();
    peers.exchangeMessages();
  }

  private static void opensAndWorks(TwoPeers peers) {
    assertThat(peers.network.runUntil(peers::isOpen, AFTER_RETRANSMISSION))
        .as("%s\n%s", peers, peers.network.log())
        .isTrue();
    peers.exchangeMessages();
  }

  /** How many datagrams both sides send until the channel is open at both, nothing lost. */
  private static int datagramsOfASetUp() {
    TwoPeers peers = new TwoPeers(1, PERFECT);
    assertThat(peers.open()).isTrue();
    assertThat(peers.network.log().size()).isBetween(15, 60);
    return peers.network.log().size();
  }

  /** Makes of the datagrams sent within a while the last one arrive first. */
  private static void reverse(VirtualNetwork network, VirtualLink link) {
    List<Duration> recent = new ArrayList<>();
    link.filter(
        datagram -> {
          recent.removeIf(sent -> network.now().minus(LATEST_REVERSED_ARRIVAL).compareTo(sent) > 0);
          Duration delay = LATEST_REVERSED_ARRIVAL.dividedBy(1 + recent.size());
          recent.add(network.now());
          link.conditions(PERFECT.withDelay(delay, Duration.ZERO));
          return true;
        });
  }
}
