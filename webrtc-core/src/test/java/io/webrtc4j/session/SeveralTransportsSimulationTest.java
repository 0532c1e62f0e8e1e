package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A peer that does not bundle: transports of their own for three sections, one of them data. */
class SeveralTransportsSimulationTest {
  private static final int DATA = 1;
  private static final int MESSAGES = 30;
  private static final long PATIENCE = Deadline.seconds(180);

  @Test
  void threeTransportsLiveAndEndByThemselves() {
    Seeds.forEach(200, seed -> story(0, seed));
  }

  @Test
  void threeTransportsLiveAndEndByThemselvesAtFivePercentLoss() {
    Seeds.forEach(200, seed -> story(0.05, seed));
  }

  @Test
  void threeTransportsLiveAndEndByThemselvesAtTwentyPercentLoss() {
    Seeds.forEach(200, seed -> story(0.2, seed));
  }

  private static void story(double loss, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TwoSessions peers =
        new TwoSessions(
            LinkConditions.perfect()
                .withLoss(loss)
                .withDelay(Deadline.millis(20), Deadline.millis(5)),
            seed);
    int channel = peers.a.openChannel("x");
    peers.ofA.dataOn = DATA;
    peers.ofB.dataOn = DATA;
    peers.negotiate(0, DATA, 2);
    await(peers, () -> bothConnected(peers) && !peers.a.opened.isEmpty());
    send(peers, channel, 0);
    peers.network.runFor(random.nextLong(Deadline.millis(200)));

    // One section ends, another one restarts ICE, and data does not mind.
    int dropped = random.nextBoolean() ? 0 : 2;
    peers.ofA.drop(dropped);
    peers.ofA.apply(peers.network.now());
    peers.network.runFor(random.nextLong(Deadline.millis(400)));
    peers.ofB.drop(dropped);
    peers.ofB.apply(peers.network.now());
    peers.negotiate(2 - dropped);
    send(peers, channel, MESSAGES);
    await(peers, () -> received(peers).size() == 2 * MESSAGES && bothConnected(peers));
    assertThat(received(peers)).isEqualTo(numbers(2 * MESSAGES));
    assertThat(peers.a.session.transports()).hasSize(2);
    assertThat(peers.a.sockets).hasSize(2);

    peers.a.session.close(peers.network.now());
    await(peers, () -> peers.a.session.isClosed() && hasHeard(peers.b));
    assertThat(peers.a.sockets).isEmpty();
  }

  /** By close_notify on each transport, or where that was lost, by the end of consent. */
  private static boolean hasHeard(SimulatedPeer peer) {
    return peer.transportStates.values().stream()
        .allMatch(each -> each.dtls() == DtlsState.CLOSED || each.ice() == IceState.FAILED);
  }

  private static void send(TwoSessions peers, int channel, int from) {
    for (int i = from; i < from + MESSAGES; i++) {
      byte[] message = ByteBuffer.allocate(1000).putInt(i).array();
      peers.a.session.send(channel, false, message, peers.network.now());
    }
  }

  private static List<Integer> received(TwoSessions peers) {
    return peers.b.offered.isEmpty()
        ? List.of()
        : peers.b.messagesOn(peers.b.offered.get(0)).stream()
            .map(message -> ByteBuffer.wrap(message.payload()).getInt())
            .toList();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static boolean bothConnected(TwoSessions peers) {
    return peers.a.connectionState() == ConnectionState.CONNECTED
        && peers.b.connectionState() == ConnectionState.CONNECTED;
  }

  private static void await(TwoSessions peers, BooleanSupplier condition) {
    assertThat(peers.network.runUntil(condition, PATIENCE))
        .as(
            "a %s %s, b %s %s",
            peers.a.transportStates,
            peers.a.lastReason,
            peers.b.transportStates,
            peers.b.lastReason)
        .isTrue();
  }
}
