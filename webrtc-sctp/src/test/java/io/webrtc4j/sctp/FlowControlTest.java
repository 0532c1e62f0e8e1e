package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowControlTest {
  private static final int WINDOW = 600_000;

  private static Pair narrow(LinkConditions conditions) {
    Side reader = Side.of(DataChannelConfig.builder().receiveWindow(WINDOW).build(), 3);
    return new Pair(Side.client(1), reader, conditions, 1).connect();
  }

  @Test
  void aPeerThatStopsReadingStopsUsAndLosesNothing() {
    Pair pair = narrow(LinkConditions.perfect());
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    pair.z.reads = false;
    for (int i = 0; i < 300; i++) {
      pair.a.transport.send(channel.a(), false, new byte[10_000], pair.now());
    }
    pair.runFor(60_000);
    assertThat(pair.a.transport.counters().receiverWindow()).isZero();
    assertThat(pair.a.transport.bufferedAmount(channel.a()))
        .isBetween(3_000_000L - 2 * WINDOW, 3_000_000L - WINDOW / 2);
    long before = pair.a.transport.counters().packetsSent();
    pair.runFor(60_000);
    // Probes, one for each RTO, and heartbeats.
    assertThat(pair.a.transport.counters().packetsSent() - before).isBetween(10L, 40L);
    long resumed = pair.now();
    pair.z.reads = true;
    pair.z.drain();
    pair.require(
        "all", () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() == 300, 30);
    // A window update tells us; we don't have to wait for the next probe.
    assertThat(pair.now() - resumed).isLessThan(Deadline.seconds(2));
    assertThat(pair.a.transport.counters().fastRetransmits()).isZero();
  }

  @Test
  void aLostWindowUpdateIsMadeUpForByTheProbe() {
    Pair pair = narrow(LinkConditions.perfect());
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    pair.z.reads = false;
    for (int i = 0; i < 100; i++) {
      pair.a.transport.send(channel.a(), false, new byte[10_000], pair.now());
    }
    pair.runFor(20_000);
    pair.peers.bToA().up(false);
    pair.z.reads = true;
    pair.z.drain();
    pair.runFor(100);
    pair.peers.bToA().up(true);
    pair.require(
        "all", () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() == 100, 30);
  }

  @Test
  void aSlowReaderGetsAllAtItsPace() {
    Pair pair = narrow(LinkConditions.perfect().withLoss(0.02));
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    pair.z.reads = false;
    for (int i = 0; i < 200; i++) {
      pair.a.transport.send(channel.a(), false, new byte[10_000], pair.now());
    }
    int[] messages = {0};
    while (messages[0] < 200) {
      pair.runFor(100);
      for (int i = 0; i < 5; i++) {
        if (pair.z.transport.pollEvent() instanceof DataChannelEvent.MessageReceived) {
          messages[0]++;
        }
      }
      assertThat(pair.now()).isLessThan(Deadline.seconds(300));
    }
    assertThat(pair.a.transport.bufferedAmount(channel.a())).isZero();
  }

  @Test
  void bufferedAmountCountsWhatWasNotYetSentAndTellsWhenItIsLow() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    pair.a.transport.bufferedAmountLowThreshold(channel.a(), 50_000);
    for (int i = 0; i < 10; i++) {
      pair.a.transport.send(channel.a(), false, new byte[20_000], pair.now());
      assertThat(pair.a.transport.bufferedAmount(channel.a())).isEqualTo((i + 1) * 20_000L);
    }
    pair.a.transport.send(channel.a(), false, new byte[0], pair.now());
    assertThat(pair.a.transport.bufferedAmount(channel.a())).isEqualTo(200_000);
    assertThat(pair.a.has(DataChannelEvent.BufferedAmountLow.class)).isFalse();
    pair.a.onEvent =
        event -> {
          if (event instanceof DataChannelEvent.BufferedAmountLow) {
            assertThat(pair.a.transport.bufferedAmount(channel.a())).isBetween(40_000L, 50_000L);
          }
        };
    pair.runFor(5000);
    assertThat(pair.a.transport.bufferedAmount(channel.a())).isZero();
    assertThat(pair.a.events(DataChannelEvent.BufferedAmountLow.class))
        .isEqualTo(List.of(new DataChannelEvent.BufferedAmountLow(channel.a())));
  }

  @Test
  void tenThousandQueuedMessagesArriveInOrderAndSoon() {
    Pair pair = new Pair(LinkConditions.perfect().withRate(100_000_000, 256 * 1024), 1).connect();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    for (int i = 0; i < 10_000; i++) {
      byte[] message = {(byte) (i >>> 8), (byte) i};
      pair.a.transport.send(channel.a(), false, message, pair.now());
    }
    pair.require(
        "all", () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() == 10_000, 3);
    List<DataChannelEvent.MessageReceived> messages =
        pair.z.events(DataChannelEvent.MessageReceived.class);
    for (int i = 0; i < 10_000; i++) {
      byte[] payload = messages.get(i).payload();
      assertThat((payload[0] & 0xff) << 8 | (payload[1] & 0xff)).isEqualTo(i);
    }
  }

  @Test
  void aTrickleIsNotHeldUpByDelayedAcknowledgement() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    for (int i = 1; i <= 50; i++) {
      long sent = pair.now();
      int expected = i;
      pair.a.transport.send(channel.a(), false, new byte[100], pair.now());
      pair.require(
          "message",
          () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() == expected,
          5);
      assertThat(pair.now() - sent).isEqualTo(Deadline.millis(20));
    }
  }
}
