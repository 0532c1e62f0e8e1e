package io.webrtc4j.interop.shim;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.LinkConditions;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadPathTest {
  /** What a socket's buffer holds by default, for nobody reads while they are sent. */
  private static final int DATAGRAMS = 150;

  private static final LinkConditions FAST =
      LinkConditions.perfect().withDelay(Duration.ofMillis(1));
  private static final int QUIET_MILLIS = 500;

  private DatagramSocket alice;
  private DatagramSocket bob;

  @BeforeEach
  void openSockets() throws IOException {
    alice = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    bob = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void closeSockets() {
    alice.close();
    bob.close();
  }

  @Test
  void withoutLossEachSideHearsTheOtherFromItsFront() throws IOException {
    try (BadPath path = BadPath.open(FAST, 1)) {
      send(alice, path.inFrontOf(address(bob)), 7);
      DatagramPacket heard = receive(bob);
      assertThat(number(heard)).isEqualTo(7);
      assertThat(heard.getSocketAddress()).isEqualTo(path.inFrontOf(address(alice)));
      send(bob, (InetSocketAddress) heard.getSocketAddress(), 8);
      DatagramPacket answer = receive(alice);
      assertThat(number(answer)).isEqualTo(8);
      assertThat(answer.getSocketAddress()).isEqualTo(path.inFrontOf(address(bob)));
      assertThat(path.sent()).isEqualTo(2);
      assertThat(path.lost()).isZero();
    }
  }

  @Test
  void theSeedSaysWhatIsLost() throws IOException {
    List<Integer> first = arrivalsAtTenPercentLoss(5);
    assertThat(first).hasSizeBetween(DATAGRAMS * 8 / 10, DATAGRAMS * 19 / 20).isSorted();
    assertThat(arrivalsAtTenPercentLoss(5)).isEqualTo(first);
    assertThat(arrivalsAtTenPercentLoss(6)).isNotEqualTo(first);
  }

  @Test
  void conditionsChangeUnderway() throws IOException {
    try (BadPath path = BadPath.open(FAST, 1)) {
      InetSocketAddress front = path.inFrontOf(address(bob));
      send(alice, front, 1);
      assertThat(number(receive(bob))).isEqualTo(1);
      path.conditions(FAST.withLoss(1));
      send(alice, front, 2);
      assertThat(arrivals()).isEmpty();
      assertThat(path.lost()).isEqualTo(1);
      path.conditions(FAST);
      send(alice, front, 3);
      assertThat(number(receive(bob))).isEqualTo(3);
    }
  }

  @Test
  void hostCandidatesAreRewrittenAndOthersLeftOut() {
    try (BadPath path = BadPath.open(FAST, 1)) {
      int front = path.inFrontOf(new InetSocketAddress(bob.getLocalAddress(), 1_234)).getPort();
      String host = "candidate:1 1 udp 2122260223 127.0.0.1 %d typ host generation 0";
      assertThat(path.candidate(host.formatted(1_234))).contains(host.formatted(front));
      assertThat(path.candidate("")).contains("");
      assertThat(path.candidate("candidate:1 1 tcp 1 127.0.0.1 9 typ host tcptype active"))
          .isEmpty();
      assertThat(path.candidate("candidate:1 1 udp 1 f00.local 1234 typ host")).isEmpty();
      assertThat(
              path.description(
                  "v=0\r\na=" + host.formatted(1_234) + "\r\na=candidate:x\r\na=mid:0\r\n"))
          .isEqualTo("v=0\r\na=" + host.formatted(front) + "\r\na=mid:0\r\n");
    }
  }

  private List<Integer> arrivalsAtTenPercentLoss(long seed) throws IOException {
    try (BadPath path = BadPath.open(FAST.withLoss(0.1), seed)) {
      for (int i : IntStream.range(0, DATAGRAMS).toArray()) {
        send(alice, path.inFrontOf(address(bob)), i);
      }
      List<Integer> arrivals = arrivals();
      assertThat(path.sent()).isEqualTo(DATAGRAMS);
      assertThat(path.lost()).isEqualTo(DATAGRAMS - arrivals.size());
      return arrivals;
    }
  }

  private List<Integer> arrivals() throws IOException {
    List<Integer> arrivals = new ArrayList<>();
    bob.setSoTimeout(QUIET_MILLIS);
    while (true) {
      try {
        arrivals.add(number(receive(bob)));
      } catch (SocketTimeoutException e) {
        bob.setSoTimeout(0);
        return arrivals;
      }
    }
  }

  private static InetSocketAddress address(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static void send(DatagramSocket from, InetSocketAddress to, int number)
      throws IOException {
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    from.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private static DatagramPacket receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[Integer.BYTES], Integer.BYTES);
    socket.receive(packet);
    return packet;
  }

  private static int number(DatagramPacket packet) {
    return ByteBuffer.wrap(packet.getData()).getInt();
  }
}
