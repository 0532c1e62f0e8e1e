package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The handshake, with a first message, whatever is lost or overtaken. */
class LostHandshakeTest {
  private static final int PACKETS = 10;

  @Test
  void everyPacketMayBeLost() {
    for (int lost = 0; lost < PACKETS; lost++) {
      for (boolean both : new boolean[] {true, false}) {
        exchange(new Pair(LinkConditions.perfect(), 1 + lost), both, lost, -1, -1);
      }
    }
  }

  @Test
  void everyPairOfPacketsMayBeLost() {
    for (int first = 0; first < PACKETS; first++) {
      for (int second = 0; second < PACKETS; second++) {
        exchange(new Pair(LinkConditions.perfect(), 1), true, first, second, -1);
        exchange(new Pair(LinkConditions.perfect(), 1), true, first, -1, second);
        exchange(new Pair(LinkConditions.perfect(), 1), false, first, -1, second);
      }
    }
  }

  @Test
  void packetsMayOvertakeOneAnotherAndComeTwice() {
    LinkConditions wild =
        LinkConditions.perfect()
            .withDelay(Deadline.millis(5), Deadline.millis(100))
            .withDuplication(0.5)
            .withReordering(0.5);
    Seeds.forEach(100, seed -> exchange(new Pair(wild, seed), seed % 2 == 0, -1, -1, -1));
  }

  @Test
  void halfOfAllMayBeLost() {
    LinkConditions bad = LinkConditions.perfect().withLoss(0.5).withDuplication(0.3);
    Seeds.forEach(100, seed -> exchange(new Pair(bad, seed), seed % 2 == 0, -1, -1, -1));
  }

  private static void exchange(Pair pair, boolean both, int lostOfA, int alsoOfA, int lostOfZ) {
    int[] sentByA = {0};
    int[] sentByZ = {0};
    pair.peers
        .aToB()
        .filter(
            packet -> {
              int index = sentByA[0]++;
              return index != lostOfA && index != alsoOfA;
            });
    pair.peers.bToA().filter(packet -> sentByZ[0]++ != lostOfZ);
    int channel = pair.a.transport.open(DataChannelParameters.reliable("x"), pair.now());
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
    pair.a.transport.send(channel, true, hello, pair.now());
    pair.a.transport.connect(pair.now());
    if (both) {
      pair.z.transport.connect(pair.now());
    }
    pair.require("message", () -> pair.z.has(DataChannelEvent.MessageReceived.class), 120);
    pair.runFor(5000);
    assertThat(pair.a.isEstablished()).isTrue();
    assertThat(pair.z.isEstablished()).isTrue();
    assertThat(pair.z.events(DataChannelEvent.Established.class)).hasSize(1);
    assertThat(pair.z.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
    pair.require("SACK", () -> pair.a.transport.counters().outstandingChunks() == 0, 120);
  }
}
