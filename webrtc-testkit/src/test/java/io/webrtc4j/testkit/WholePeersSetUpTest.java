package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.sim.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What people do while a connection is being set up: both call, reload the page, go away. */
class WholePeersSetUpTest {
  private static final int SEEDS = 200;

  /** By then a channel is open, if nothing is lost; the seeds spread over it. */
  private static final long SET_UP_MILLIS = 800;

  private static final Duration LONG = Duration.ofMinutes(3);

  @Test
  void bothMayOfferAtOnce() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, WholePeersDataTest.rough(0.02));
          List<RTCDataChannel> atAlice = new ArrayList<>();
          peers.a.onDataChannel(event -> atAlice.add(event.channel()));
          Duration later = Duration.ofMillis(new SplittableRandom(seed).nextInt(200));
          RTCDataChannel[] back = new RTCDataChannel[1];
          peers.network.schedule(later, () -> back[0] = peers.b.createDataChannel("back"));
          boolean open =
              peers.network.runUntil(
                  () -> peers.isOpen() && isOpen(back[0]) && !atAlice.isEmpty(), LONG);
          assertThat(open).as("%s after %s", peers, later).isTrue();
          assertThat(peers.offered)
              .singleElement()
              .extracting(RTCDataChannel::label)
              .isEqualTo("data");
          assertThat(atAlice).singleElement().extracting(RTCDataChannel::label).isEqualTo("back");
          assertThat(peers.signaling.failure()).isNull();
          peers.exchangeMessages();
        });
  }

  @Test
  void oneMayCloseAtAnyMoment() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, WholePeersDataTest.rough(0.02));
          peers.network.run(moment(seed));
          boolean byAlice = seed % 2 == 0;
          (byAlice ? peers.a : peers.b).close();
          endsAt(byAlice ? peers.b : peers.a, peers);
        });
  }

  @Test
  void oneMayVanishAtAnyMoment() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, WholePeersDataTest.rough(0.02));
          peers.network.run(moment(seed));
          (seed % 2 == 0 ? peers.alice : peers.bob).up(false);
          endsAt(peers.a, peers);
          endsAt(peers.b, peers);
        });
  }

  @Test
  void oneMayReloadAtAnyMoment() {
    Seeds.forEach(
        SEEDS,
        seed -> {
          TwoPeers peers = new TwoPeers(seed, WholePeersDataTest.rough(0.02));
          peers.network.run(moment(seed));
          peers.a.close();
          TwoPeers again = peers.again();
          assertThat(again.open()).as("%s", again).isTrue();
          again.exchangeMessages();
          endsAt(peers.b, peers);
          // It may be disconnected for a moment, as checks are lost too.
          assertThat(again.connect()).as("the old one took %s along", again).isTrue();
          again.exchangeMessages();
        });
  }

  private static Duration moment(long seed) {
    // Every fourth millisecond, and those between from more seeds.
    return Duration.ofMillis((seed * SET_UP_MILLIS / SEEDS + seed / SEEDS) % SET_UP_MILLIS);
  }

  private static boolean isOpen(RTCDataChannel channel) {
    return channel != null && channel.readyState() == RTCDataChannelState.OPEN;
  }

  /** Ends as failed, with its reason, or it never heard of the other. */
  private static void endsAt(RTCPeerConnection connection, TwoPeers peers) {
    boolean ended =
        peers.network.runUntil(
            () ->
                connection.connectionState() == RTCPeerConnectionState.FAILED
                    || connection.connectionState() == RTCPeerConnectionState.CLOSED,
            LONG);
    if (ended) {
      if (connection.connectionState() == RTCPeerConnectionState.FAILED) {
        assertThat(connection.failureReason()).as("%s", peers).isPresent();
      }
    } else {
      assertThat(connection.remoteDescription()).as("%s", peers).isNull();
      assertThat(connection.connectionState()).isEqualTo(RTCPeerConnectionState.NEW);
    }
  }
}
