package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What reliable channels carry, from many seeds. */
class WholePeersDataTest {
  private static final int SEEDS = 200;
  private static final int BYTES = 200_000;
  private static final int LARGEST_MESSAGE = 20_000;

  @Test
  void bytesArriveAsTheyWereSentOnAPerfectNetwork() {
    Seeds.forEach(SEEDS, seed -> transferBothWays(seed, LinkConditions.perfect()));
  }

  @Test
  void bytesArriveAsTheyWereSentAtOnePercentLoss() {
    Seeds.forEach(SEEDS, seed -> transferBothWays(seed, rough(0.01)));
  }

  @Test
  void bytesArriveAsTheyWereSentAtFivePercentLoss() {
    Seeds.forEach(SEEDS, seed -> transferBothWays(seed, rough(0.05)));
  }

  static LinkConditions rough(double loss) {
    return LinkConditions.perfect()
        .withLoss(loss)
        .withReordering(0.05)
        .withDuplication(0.02)
        .withDelay(Duration.ofMillis(20), Duration.ofMillis(2));
  }

  private static void transferBothWays(long seed, LinkConditions conditions) {
    TwoPeers peers = new TwoPeers(seed, conditions);
    assertThat(peers.open()).as("the channel opens").isTrue();
    RTCDataChannel there = peers.offered.get(0);
    ByteArrayOutputStream atBob = collect(there);
    ByteArrayOutputStream atAlice = collect(peers.channel);
    byte[] toBob = bytes(seed);
    byte[] toAlice = bytes(~seed);
    send(peers.channel, toBob, seed);
    send(there, toAlice, ~seed);
    boolean arrived =
        peers.network.runUntil(
            () -> atBob.size() >= BYTES && atAlice.size() >= BYTES, Duration.ofMinutes(10));
    assertThat(arrived)
        .as("%d and %d bytes arrived; %s", atBob.size(), atAlice.size(), peers.network)
        .isTrue();
    assertThat(atBob.toByteArray()).isEqualTo(toBob);
    assertThat(atAlice.toByteArray()).isEqualTo(toAlice);
    assertThat(peers.signaling.failure()).isNull();
  }

  private static ByteArrayOutputStream collect(RTCDataChannel channel) {
    ByteArrayOutputStream collected = new ByteArrayOutputStream();
    channel.onMessage(message -> collected.writeBytes(message.bytes()));
    return collected;
  }

  private static void send(RTCDataChannel channel, byte[] bytes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(bytes.length - at, random.nextInt(LARGEST_MESSAGE));
      byte[] message = new byte[length];
      System.arraycopy(bytes, at, message, 0, length);
      channel.send(message);
      at += length;
    }
  }

  private static byte[] bytes(long seed) {
    byte[] bytes = new byte[BYTES];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }
}
