package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.LossBursts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The wires between hosts, with bare datagrams. */
class VirtualLinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final LinkConditions PERFECT = LinkConditions.perfect();

  private final VirtualNetwork network = new VirtualNetwork(1);
  private final VirtualHost alice = network.host("alice").address("10.0.0.1");
  private final VirtualHost bob = network.host("bob").address("10.0.0.2");
  private final Probe a = new Probe(network, alice, "10.0.0.1", 1000);
  private final Probe b = new Probe(network, bob, "10.0.0.2", 2000);

  @Test
  void aDatagramArrivesAfterTheDelayOfBothWires() {
    bob.downlink().conditions(PERFECT.withDelay(Duration.ofMillis(5)));
    a.send("hello", b.local());
    network.run(SECOND);
    assertThat(b.received)
        .containsExactly(new Probe.Received(a.local(), "hello", Duration.ofMillis(25)));
    PacketRecord only = network.log().all().get(0);
    assertThat(only.fate()).isEqualTo(PacketFate.DELIVERED);
    assertThat(only.sentAt()).isZero();
    assertThat(only.endedAt()).isEqualTo(Duration.ofMillis(25));
    assertThat(only.bytes()).isEqualTo(5);
    assertThat(only.copies()).isOne();
  }

  @Test
  void jitterSpreadsArrivalsAndChangesTheirOrder() {
    network.conditions(PERFECT.withDelay(Duration.ofMillis(10), Duration.ofMillis(30)));
    sendMany(1000);
    assertThat(b.received).hasSize(1000);
    assertThat(b.received)
        .allSatisfy(
            packet ->
                assertThat(packet.at()).isBetween(Duration.ofMillis(10), Duration.ofMillis(40)));
    assertThat(b.texts()).isNotEqualTo(b.texts().stream().sorted().toList());
  }

  @Test
  void lossAndDuplicationAndReorderingAreSeenInTheLog() {
    network.conditions(PERFECT.withLoss(0.1).withDuplication(0.1).withReordering(0.1));
    sendMany(10_000);
    long lost = network.log().count(PacketFate.LOST);
    assertThat(lost).isBetween(900L, 1_100L);
    long twice = network.log().stream().filter(packet -> packet.copies() == 2).count();
    assertThat(twice).isBetween(800L, 1_000L);
    assertThat(b.received).hasSize((int) (10_000 - lost + twice));
    long late =
        network.log().matching(packet -> packet.endedAt().equals(Duration.ofMillis(35))).size();
    assertThat(late).isBetween(800L, 1_000L);
  }

  @Test
  void burstsTakePacketsInRows() {
    network.conditions(PERFECT.withBursts(LossBursts.of(0.05, 5)));
    sendMany(10_000);
    assertThat(network.log().count(PacketFate.LOST_IN_BURST)).isBetween(300L, 700L);
  }

  @Test
  void aRateSpreadsPacketsAndItsQueueOverflows() {
    // 1 Mbit/s: 972 bytes and 28 of headers take 8 ms.
    network.conditions(PERFECT.withDelay(0, 0).withRate(1_000_000, 10_000));
    for (int i = 0; i < 100; i++) {
      a.send(new byte[972], b.local());
    }
    network.run(SECOND);
    assertThat(b.received.get(0).at()).isEqualTo(Duration.ofMillis(8));
    assertThat(b.received.get(1).at()).isEqualTo(Duration.ofMillis(16));
    assertThat(b.received).hasSize(11);
    assertThat(network.log().count(PacketFate.QUEUE_FULL)).isEqualTo(89);
  }

  @Test
  void aPacketLargerThanTheMtuIsLostWithItsHeadersCounted() {
    network.conditions(PERFECT.withMtu(1280));
    a.send(new byte[1252], b.local());
    a.send(new byte[1253], b.local());
    network.run(SECOND);
    assertThat(b.received).hasSize(1);
    assertThat(network.log().count(PacketFate.TOO_LARGE)).isOne();
  }

  @Test
  void aHostThatIsDownNeitherSendsNorReceives() {
    bob.up(false);
    a.send("to bob", b.local());
    network.run(SECOND);
    b.send("from bob", a.local());
    network.run(SECOND);
    bob.up(true);
    a.send("again", b.local());
    network.run(SECOND);
    assertThat(b.texts()).containsExactly("again");
    assertThat(a.received).isEmpty();
    assertThat(network.log().count(PacketFate.LINK_DOWN)).isEqualTo(2);
  }

  @Test
  void aFilterTakesWhatItDoesNotAccept() {
    alice.uplink().filter(datagram -> datagram.payload().length != 3);
    a.send("two", b.local());
    a.send("three", b.local());
    network.run(SECOND);
    assertThat(b.texts()).containsExactly("three");
    assertThat(network.log().count(PacketFate.FILTERED)).isOne();
  }

  @Test
  void nobodyAnswersWhereThereIsNoHostOrNoSocket() {
    a.send("x", Probe.at("10.9.9.9", 1));
    a.send("x", Probe.at("10.0.0.2", 1));
    b.close();
    a.send("x", b.local());
    network.run(SECOND);
    assertThat(network.log().all())
        .extracting(PacketRecord::fate)
        .containsExactly(PacketFate.NO_ROUTE, PacketFate.PORT_CLOSED, PacketFate.PORT_CLOSED);
  }

  @Test
  void aHostThatChangesItsAddressIsReachedAtTheNewOne() {
    bob.removeAddress("10.0.0.2").address("10.0.0.3");
    a.send("old", b.local());
    b.send("from the old address", a.local());
    Probe moved = new Probe(network, bob, "10.0.0.3", 2000);
    a.send("new", moved.local());
    network.run(SECOND);
    assertThat(moved.texts()).containsExactly("new");
    assertThat(a.received).isEmpty();
    assertThat(network.log().count(PacketFate.NO_ROUTE)).isEqualTo(2);
  }

  @Test
  void whatCameToAPausedHostWaitsForItUpToTheSocketsBuffer() {
    bob.pause(Duration.ofSeconds(10));
    for (int i = 0; i < 1100; i++) {
      a.send(new byte[1000], b.local());
    }
    network.run(SECOND);
    assertThat(b.received).isEmpty();
    assertThat(network.log().count(PacketFate.RECEIVE_BUFFER_FULL)).isEqualTo(1100 - 1048);
    network.run(Duration.ofSeconds(10));
    assertThat(b.received).hasSize(1048);
    assertThat(b.received.get(0).at()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aPausedHostsTimersWaitToo() {
    StringBuilder order = new StringBuilder();
    bob.schedule(Duration.ofSeconds(1), () -> order.append("timer at ").append(network.now()));
    bob.pause(Duration.ofSeconds(5));
    network.run(Duration.ofSeconds(4));
    assertThat(order).isEmpty();
    network.run(Duration.ofSeconds(4));
    assertThat(order).hasToString("timer at PT5S");
  }

  @Test
  void portsAreBoundOnceAndOnOwnAddressesOnly() {
    assertThat(new Probe(network, bob, "10.0.0.2", 2000).bindFailure).hasMessageContaining("use");
    assertThat(new Probe(network, bob, "10.0.0.1", 5).bindFailure).hasMessageContaining("not have");
    assertThatThrownBy(() -> bob.address("10.0.0.1")).hasMessageContaining("in use already");
    assertThatThrownBy(() -> bob.address("bob.example")).hasMessageContaining("IP address");
  }

  @Test
  void ipv6HostsReachOneAnother() {
    alice.address("2001:db8::1");
    bob.address("2001:db8::2");
    Probe six = new Probe(network, bob, "2001:db8::2", 7);
    new Probe(network, alice, "2001:db8::1", 7).send("six", six.local());
    network.run(SECOND);
    assertThat(six.texts()).containsExactly("six");
  }

  private void sendMany(int count) {
    for (int i = 0; i < count; i++) {
      a.send("%05d".formatted(i), b.local());
    }
    network.run(SECOND);
  }
}
