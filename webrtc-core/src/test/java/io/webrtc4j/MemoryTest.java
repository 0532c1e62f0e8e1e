package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left of connections over real sockets that were closed. */
class MemoryTest {
  private static final int CONNECTIONS = 1000;
  private static final int WARM_UP = 100;
  private static final int LAST = 20;
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  /** Less than a kilobyte for each pair of connections: no part of one can have stayed. */
  private static final long TOLERANCE = CONNECTIONS * 1024L;

  @Test
  void memorySocketsAndThreadsAreBackToTheStartAfterAThousandConnections() throws Exception {
    Memory memory = new Memory();
    connect(WARM_UP, memory);
    long heap = Memory.usedHeap();
    long files = openFiles();
    int threads = Thread.activeCount();
    connect(CONNECTIONS, memory);
    // A thread may hold on to what it did last.
    connect(LAST, new Memory());
    assertThat(memory.reachable()).as("connections and channels still there").isZero();
    assertThat(Memory.usedHeap() - heap).as("bytes more than before").isLessThan(TOLERANCE);
    assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files + 2);
    assertThat(Thread.activeCount()).as("threads").isLessThanOrEqualTo(threads + 2);
  }

  private static void connect(int times, Memory memory) throws Exception {
    for (int i = 0; i < times; i++) {
      connect(memory);
    }
  }

  private static void connect(Memory memory) throws Exception {
    try (TwoConnections peers = new TwoConnections()) {
      RTCDataChannel channel = peers.a.createDataChannel("x");
      memory.watch(List.of(peers.a, peers.b, channel));
      peers.negotiate();
      TwoConnections.awaitOpen(channel);
      RTCDataChannel there = peers.nextOffered();
      memory.watch(List.of(there));
      channel.send("hello");
      assertThat(TwoConnections.next(TwoConnections.messages(there)).text()).isEqualTo("hello");
    }
  }

  /** Of this process, where the system tells: a socket is a file there. */
  private static long openFiles() throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files.count();
    }
  }
}
