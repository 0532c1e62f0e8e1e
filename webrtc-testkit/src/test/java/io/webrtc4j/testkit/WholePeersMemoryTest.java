package io.webrtc4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Memory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is left of connections that were closed, however they ended. */
class WholePeersMemoryTest {
  private static final int CONNECTIONS = 1000;
  private static final int BYTES = 50_000;

  /** Less than a kilobyte for each pair of connections: no part of one can have stayed. */
  private static final long TOLERANCE = CONNECTIONS * 1024L;

  @Test
  void memoryIsBackToTheStartAfterAThousandConnections() {
    TwoPeers first = new TwoPeers(1, LinkConditions.perfect());
    VirtualNetwork network = first.network;
    Memory memory = new Memory();
    connect(first, 0, memory);
    for (int i = 1; i < CONNECTIONS / 10; i++) {
      connect(first.again(), i, memory);
    }
    settle(network);
    long before = Memory.usedHeap();
    for (int i = 0; i < CONNECTIONS; i++) {
      connect(first.again(), i, memory);
    }
    settle(network);
    assertThat(Memory.usedHeap() - before).as("bytes more than before").isLessThan(TOLERANCE);
    // The first pair is held by this method.
    assertThat(memory.reachable()).as("connections and channels still there").isEqualTo(3);
    assertThat(first.network.host("alice").openPorts()).isZero();
    assertThat(first.network.host("bob").openPorts()).isZero();
  }

  /** Opens, transfers, and ends in one of several ways, some of them in the middle of it all. */
  private static void connect(TwoPeers peers, int index, Memory memory) {
    memory.watch(List.of(peers.a, peers.b, peers.channel));
    if (index % 5 == 4) {
      peers.network.run(Duration.ofMillis(index % 400));
    } else {
      assertThat(peers.open()).as("%s", peers).isTrue();
      Transfer transfer = Transfer.begin(peers.channel, peers.offered.get(0), BYTES, index);
      assertThat(peers.network.runUntil(() -> index % 5 == 3 || transfer.isDone(), TwoPeers.MINUTE))
          .isTrue();
    }
    if (index % 2 == 0) {
      peers.a.close();
      peers.network.run(Duration.ofMillis(index % 100));
      peers.b.close();
    } else {
      peers.b.close();
      peers.a.close();
    }
  }

  /** Lets pass what may still be on its way or awaited. */
  private static void settle(VirtualNetwork network) {
    network.run(Duration.ofMinutes(2));
    network.log().clear();
  }
}
