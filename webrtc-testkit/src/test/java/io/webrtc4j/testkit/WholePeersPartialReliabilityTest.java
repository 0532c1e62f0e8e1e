package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Channels whose messages may be lost, beside one whose may not, from many seeds. */
class WholePeersPartialReliabilityTest {
  private static final int SEEDS = 200;
  private static final int MESSAGES = 40;
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final int LIFE_TIME = 100;

  private static final Map<String, RTCDataChannelInit> KINDS =
      new TreeMap<>(
          Map.of(
              "reliable", RTCDataChannelInit.defaults(),
              "once", RTCDataChannelInit.builder().maxRetransmits(0).build(),
              "once, unordered",
                  RTCDataChannelInit.builder().ordered(false).maxRetransmits(0).build(),
              "twice", RTCDataChannelInit.builder().maxRetransmits(1).build(),
              "shortly", RTCDataChannelInit.builder().maxPacketLifeTime(LIFE_TIME).build()));

  /** What one side sends on one channel, and what the other hears; messages begin with a number. */
  private static final class Flow {
    final RTCDataChannel from;
    final VirtualNetwork network;
    final List<Duration> sentAt = new ArrayList<>();
    final List<Integer> heard = new ArrayList<>();
    final List<Duration> ages = new ArrayList<>();
    final List<String> lows = new ArrayList<>();

    Flow(VirtualNetwork network, RTCDataChannel from, RTCDataChannel to) {
      this.network = network;
      this.from = from;
      to.onMessage(message -> hear(message.text()));
      from.onBufferedAmountLow(event -> lows.add(event.type()));
    }

    void send(int padding) {
      from.send(sentAt.size() + " " + "x".repeat(padding));
      sentAt.add(network.now());
    }

    private void hear(String text) {
      int number = Integer.parseInt(text.substring(0, text.indexOf(' ')));
      heard.add(number);
      ages.add(network.now().minus(sentAt.get(number)));
    }

    int lost() {
      return sentAt.size() - heard.size();
    }

    void check() {
      assertThat(new HashSet<>(heard)).as("%s hears nothing twice", from).hasSameSizeAs(heard);
      if (from.ordered()) {
        assertThat(heard).as("%s", from).isSorted();
      }
      if (from.label().equals("reliable")) {
        assertThat(lost()).as("%s", from).isZero();
      }
      assertThat(from.bufferedAmount()).as("%s", from).isZero();
      assertThat(lows).as("%s", from).isNotEmpty();
    }
  }

  @Test
  void whatMayBeLostIsLostAndTheRestArrives() {
    int[] lost = {0};
    Seeds.forEach(SEEDS, seed -> lost[0] += talk(seed, WholePeersDataTest.rough(0.1), 1_500));
    assertThat(lost[0]).isPositive();
  }

  @Test
  void withoutLossNothingIsLost() {
    LinkConditions clean = LinkConditions.perfect().withDuplication(0.1);
    Seeds.forEach(SEEDS, seed -> assertThat(talk(seed, clean, 100)).isZero());
  }

  /** Both talk on all kinds of channels; how many messages are lost. */
  private static int talk(long seed, LinkConditions conditions, int most) {
    SplittableRandom random = new SplittableRandom(seed);
    TwoPeers peers = new TwoPeers(seed, LinkConditions.perfect());
    List<Flow> flows = new ArrayList<>();
    KINDS.forEach((label, init) -> addFlows(peers, label, init, flows));
    peers.network.conditions(conditions);
    for (int i = 0; i < MESSAGES; i++) {
      flows.forEach(flow -> flow.send(random.nextInt(most)));
      peers.network.run(INTERVAL);
    }
    peers.network.run(TwoPeers.MINUTE);
    flows.forEach(Flow::check);
    peers.network.conditions(LinkConditions.perfect());
    peers.exchangeMessages();
    return flows.stream().mapToInt(Flow::lost).sum();
  }

  private static void addFlows(
      TwoPeers peers, String label, RTCDataChannelInit init, List<Flow> flows) {
    RTCDataChannel here = peers.a.createDataChannel(label, init);
    boolean open = peers.network.runUntil(() -> offered(peers, label) != null, TwoPeers.MINUTE);
    assertThat(open).as("%s", peers).isTrue();
    RTCDataChannel there = offered(peers, label);
    flows.add(new Flow(peers.network, here, there));
    flows.add(new Flow(peers.network, there, here));
  }

  private static RTCDataChannel offered(TwoPeers peers, String label) {
    return peers.offered.stream()
        .filter(channel -> channel.label().equals(label))
        .findFirst()
        .orElse(null);
  }

  /** A game or a sensor wants what is new, and nothing of what an outage has made old. */
  @Test
  void anOutageIsFollowedByNewMessagesAlone() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          TwoPeers peers = new TwoPeers(seed, LinkConditions.perfect());
          List<Flow> flows = new ArrayList<>();
          addFlows(peers, "shortly", KINDS.get("shortly"), flows);
          Flow flow = flows.get(0);
          sendFor(peers, flow, Duration.ofMillis(random.nextInt(500, 1_000)));
          peers.bob.up(false);
          sendFor(peers, flow, Duration.ofMillis(random.nextInt(1_000, 5_000)));
          peers.bob.up(true);
          int before = flow.heard.size();
          // Until the retransmission timer expires there may be silence.
          sendFor(peers, flow, Duration.ofSeconds(4));
          assertThat(flow.heard.size()).as("%s", peers).isGreaterThan(before + 20);
          peers.network.run(TwoPeers.MINUTE);
          flow.check();
          assertThat(flow.ages)
              .as("ages in %s", peers)
              .allMatch(age -> age.compareTo(Duration.ofMillis(LIFE_TIME + 50)) < 0);
        });
  }

  private static void sendFor(TwoPeers peers, Flow flow, Duration duration) {
    Duration end = peers.network.now().plus(duration);
    while (peers.network.now().compareTo(end) < 0) {
      flow.send(100);
      peers.network.run(INTERVAL);
    }
  }
}
