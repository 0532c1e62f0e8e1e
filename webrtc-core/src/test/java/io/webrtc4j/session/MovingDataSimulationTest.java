package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Data goes on over one transport after the other, as bundles lose the sections they begin with.
 */
class MovingDataSimulationTest {
  private static final int MESSAGES = 10;
  private static final int MOVES = 3;
  private static final long PATIENCE = Deadline.seconds(180);

  @Test
  void whatIsSentMeanwhileArrives() {
    Seeds.forEach(100, seed -> story(0, seed));
  }

  @Test
  void whatIsSentMeanwhileArrivesAtFivePercentLoss() {
    Seeds.forEach(50, seed -> story(0.05, seed));
  }

  @Test
  void whatIsSentMeanwhileArrivesAtTwentyPercentLoss() {
    Seeds.forEach(50, seed -> story(0.2, seed));
  }

  private static void story(double loss, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TwoSessions peers =
        new TwoSessions(
            LinkConditions.perfect()
                .withLoss(loss)
                .withDelay(Deadline.millis(20), Deadline.millis(5)),
            seed);
    int ofA = peers.a.openChannel("x");
    peers.negotiate();
    await(peers, () -> !peers.a.opened.isEmpty() && !peers.b.offered.isEmpty());
    int ofB = peers.b.offered.get(0);
    for (int i = 0; i < MOVES; i++) {
      send(peers, ofA, ofB, i);
      if (random.nextBoolean()) {
        peers.network.runFor(random.nextLong(Deadline.millis(200)));
      }
      boolean offersA = random.nextBoolean();
      move(
          peers,
          offersA ? peers.ofA : peers.ofB,
          offersA ? peers.ofB : peers.ofA,
          i,
          () -> peers.network.runFor(random.nextLong(Deadline.millis(400))));
    }
    send(peers, ofA, ofB, MOVES);
    List<Integer> all = IntStream.range(0, MESSAGES * (MOVES + 1)).boxed().toList();
    await(
        peers,
        () ->
            received(peers.a, ofA).size() >= all.size()
                && received(peers.b, ofB).size() >= all.size());
    assertThat(received(peers.a, ofA)).isEqualTo(all);
    assertThat(received(peers.b, ofB)).isEqualTo(all);
    assertThat(peers.a.closed).isEmpty();
    assertThat(peers.b.closed).isEmpty();
    assertThat(peers.a.sockets).hasSize(1);
  }

  /** The answerer goes over to the next transport first; credentials stay. */
  private static void move(TwoSessions peers, Plans from, Plans to, int old, Runnable signalling) {
    from.describe(old + 1, from.credentials(old));
    from.apply(peers.network.now());
    signalling.run();
    to.describe(old + 1, to.credentials(old));
    to.drop(old);
    to.dataOn = old + 1;
    to.learn(from);
    to.apply(peers.network.now());
    signalling.run();
    from.drop(old);
    from.dataOn = old + 1;
    from.learn(to);
    from.apply(peers.network.now());
  }

  private static void send(TwoSessions peers, int ofA, int ofB, int round) {
    for (int i = round * MESSAGES; i < (round + 1) * MESSAGES; i++) {
      byte[] message = ByteBuffer.allocate(1500).putInt(i).array();
      peers.a.session.send(ofA, false, message, peers.network.now());
      peers.b.session.send(ofB, false, message.clone(), peers.network.now());
    }
  }

  private static List<Integer> received(SimulatedPeer peer, int channel) {
    return peer.messagesOn(channel).stream()
        .map(message -> ByteBuffer.wrap(message.payload()).getInt())
        .toList();
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
