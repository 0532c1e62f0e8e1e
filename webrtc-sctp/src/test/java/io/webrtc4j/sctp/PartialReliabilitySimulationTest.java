package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sctp.testing.WireTap;
import io.webrtc4j.sctp.testing.WireTap.Label;
import io.webrtc4j.sctp.testing.WireTap.Transmission;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.LossBursts;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Channels of every reliability beside one another, both ways, on bad paths. */
class PartialReliabilitySimulationTest {
  private static final int LARGE = 60_000;
  private static final int LARGEST = 256 * 1024;

  private record Kind(String label, boolean ordered, Integer lifeTime, Integer retransmits) {
    DataChannelParameters parameters() {
      return new DataChannelParameters(label, ordered, lifeTime, retransmits, "", false, null);
    }

    boolean isReliable() {
      return lifeTime == null && retransmits == null;
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("reliable", true, null, null),
          new Kind("reliable, unordered", false, null, null),
          new Kind("once", true, null, 0),
          new Kind("once, unordered", false, null, 0),
          new Kind("twice", true, null, 1),
          new Kind("a tenth of a second", true, 100, null),
          new Kind("half a second, unordered", false, 500, null),
          new Kind("at once or never", true, 0, null));

  private record Sent(int length, long at) {}

  /** One direction of one channel. */
  private static final class Flow {
    final Kind kind;
    final int number;
    final Side from;
    int handle;
    final List<Sent> sent = new ArrayList<>();
    final List<Integer> received = new ArrayList<>();
    final Set<Integer> distinct = new HashSet<>();

    Flow(Kind kind, int number, Side from, int handle) {
      this.kind = kind;
      this.number = number;
      this.from = from;
      this.handle = handle;
    }

    void send(int length, long now) {
      Label label = new Label(number, sent.size());
      byte[] message = WireTap.labelled(label, length);
      sent.add(new Sent(message.length, now));
      from.transport.send(handle, false, message, now);
    }

    void receive(Label label, byte[] message) {
      assertThat(message)
          .as("%s", label)
          .isEqualTo(WireTap.labelled(label, sent.get(label.number()).length()));
      if (kind.ordered() && !received.isEmpty()) {
        assertThat(label.number()).isGreaterThan(received.get(received.size() - 1));
      }
      assertThat(distinct.add(label.number())).as("%s comes once", label).isTrue();
      received.add(label.number());
    }

    /** Nothing goes on the wire beyond its limits. */
    void check(Transmission sending) {
      if (kind.retransmits() != null) {
        assertThat(sending.count()).as("%s", sending).isLessThanOrEqualTo(kind.retransmits() + 1);
      }
      if (kind.lifeTime() != null) {
        assertThat(sending.at() - sent.get(sending.label().number()).at())
            .as("%s", sending)
            .isLessThan(Deadline.millis(kind.lifeTime() + 1));
      }
    }
  }

  private static LinkConditions bad(SplittableRandom random) {
    double loss = random.nextInt(4) == 0 ? 0.2 : random.nextDouble() * 0.1;
    return LinkConditions.perfect()
        .withDelay(Deadline.millis(random.nextInt(5, 60)), Deadline.millis(random.nextInt(10)))
        .withLoss(loss)
        .withBursts(random.nextBoolean() ? LossBursts.of(0.03, 6) : LossBursts.NONE)
        .withReordering(random.nextDouble() * 0.1)
        .withDuplication(random.nextDouble() * 0.1)
        .withRate(20_000_000, 128 * 1024);
  }

  /** A run from one seed. */
  private static final class Run {
    final SplittableRandom random;
    final Pair pair;
    final WireTap aTap;
    final WireTap zTap;
    final List<Flow> fromA = new ArrayList<>();
    final List<Flow> fromZ = new ArrayList<>();
    boolean reopened;

    Run(long seed) {
      random = new SplittableRandom(seed);
      // TSNs that wrap around soon.
      int initialTsn = -1 - random.nextInt(300);
      pair =
          new Pair(
              Side.at(true, seed, initialTsn), Side.at(false, seed, initialTsn), bad(random), seed);
      pair.connect();
      aTap = new WireTap(pair::now);
      zTap = new WireTap(pair::now);
      for (Kind kind : KINDS) {
        Pair.Channels channel = pair.channel(kind.parameters());
        fromA.add(new Flow(kind, fromA.size(), pair.a, channel.a()));
        fromZ.add(new Flow(kind, fromZ.size(), pair.z, channel.z()));
      }
      pair.peers.aToB().filter(aTap);
      pair.peers.bToA().filter(zTap);
      pair.a.onEvent = event -> take(fromZ, event);
      pair.z.onEvent = event -> take(fromA, event);
    }

    private static void take(List<Flow> flows, DataChannelEvent event) {
      if (event instanceof DataChannelEvent.MessageReceived message) {
        Label label = WireTap.label(message.payload());
        flows.get(label.channel()).receive(label, message.payload());
      } else if (event instanceof DataChannelEvent.Failed failed) {
        throw new AssertionError(failed.reason());
      }
    }

    void talk(int steps) {
      for (int step = 0; step < steps; step++) {
        pair.runFor(random.nextInt(40));
        Flow flow = (random.nextBoolean() ? fromA : fromZ).get(random.nextInt(KINDS.size()));
        for (int burst = random.nextInt(1, 5); burst > 0; burst--) {
          flow.send(length(), pair.now());
        }
      }
    }

    private int length() {
      return switch (random.nextInt(60)) {
        case 0 -> LARGEST;
        case 1, 2 -> LARGE;
        default -> random.nextInt(3_000);
      };
    }

    void end() {
      pair.require("the end", () -> isQuiet(pair.a) && isQuiet(pair.z), 600);
      List.of(fromA.get(0), fromZ.get(0)).forEach(flow -> flow.send(1, pair.now()));
      pair.require("peace", () -> isIdle(pair.a) && isIdle(pair.z), 600);
      check(fromA, aTap, pair.a.transport);
      check(fromZ, zTap, pair.z.transport);
    }

    private static boolean isIdle(Side side) {
      return side.nextDeadline() == Deadline.NEVER;
    }

    private boolean isQuiet(Side side) {
      List<Flow> flows = side == pair.a ? fromA : fromZ;
      return side.transport.counters().outstandingChunks() == 0
          && flows.stream().allMatch(flow -> side.transport.bufferedAmount(flow.handle) == 0);
    }

    private void check(List<Flow> flows, WireTap tap, DataChannelTransport transport) {
      tap.transmissions.forEach(sending -> flows.get(sending.label().channel()).check(sending));
      int missing = 0;
      for (Flow flow : flows) {
        if (flow.kind.isReliable()) {
          assertThat(flow.received).as(flow.kind.label()).hasSize(flow.sent.size());
        }
        missing += flow.sent.size() - flow.received.size();
      }
      SctpCounters counters = transport.counters();
      if (!reopened) {
        // What was given up may have arrived all the same.
        assertThat(counters.messagesAbandoned()).isGreaterThanOrEqualTo(missing);
      }
      assertThat(counters.forwardTsnsSent()).isGreaterThanOrEqualTo(tap.forwardTsns);
      // The peer keeps nothing: the window that it announced last is all that it has.
      assertThat(counters.receiverWindow()).isEqualTo(DataChannelConfig.DEFAULT_RECEIVE_WINDOW);
      assertThat(counters.outstandingChunks()).isZero();
      assertThat(transport.nextDeadline()).isEqualTo(Deadline.NEVER);
    }
  }

  @Test
  void whatMayBeLostIsLostInTimeAndTheRestArrives() {
    int[] abandoned = {0};
    Seeds.forEach(
        200,
        seed -> {
          Run run = new Run(seed);
          run.talk(120);
          run.end();
          abandoned[0] += (int) run.pair.a.transport.counters().messagesAbandoned();
        });
    assertThat(abandoned[0]).isPositive();
  }

  @Test
  void channelsOnUsedStreamsBeginAfresh() {
    int[] used = {0};
    Seeds.forEach(
        200,
        seed -> {
          Run run = new Run(seed);
          for (int round = 0; round < 4; round++) {
            run.talk(40);
            used[0] += reopen(run);
          }
          run.end();
        });
    assertThat(used[0]).isPositive();
  }

  /**
   * Closes the channels that may lose messages while these are sent, and opens them again; how many
   * got the stream that they had.
   */
  private static int reopen(Run run) {
    int same = 0;
    run.reopened = true;
    for (int i = 0; i < KINDS.size(); i++) {
      Kind kind = KINDS.get(i);
      if (kind.isReliable()) {
        continue;
      }
      Flow flow = run.fromA.get(i);
      int stream = run.pair.a.transport.streamId(flow.handle);
      run.pair.a.transport.close(flow.handle, run.pair.now());
      int closed = flow.handle;
      run.pair.require("closed", () -> run.pair.a.transport.streamId(closed) < 0, 600);
      Pair.Channels channel = run.pair.channel(kind.parameters());
      same += run.pair.a.transport.streamId(channel.a()) == stream ? 1 : 0;
      flow.handle = channel.a();
      run.fromZ.get(i).handle = channel.z();
    }
    return same;
  }

  /**
   * On a path that loses data and nothing else, with something sent all the time, nothing waits
   * longer than for its predecessors' time, for their loss to be seen, and for the way of a FORWARD
   * TSN.
   */
  @Test
  void nothingIsHeldBackForLong() {
    Seeds.forEach(
        200,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          heldBack(random, new Kind("once", true, null, 0), 0);
          heldBack(random, new Kind("a tenth", true, 100, null), 100);
        });
  }

  private static final long ROUND_TRIP_MILLIS = 40;
  private static final long INTERVAL_MILLIS = 10;

  private static void heldBack(SplittableRandom random, Kind kind, int lifeTime) {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(kind.parameters());
    Flow flow = new Flow(kind, 0, pair.a, channel.a());
    WireTap tap = new WireTap(pair::now);
    int[] before = {0};
    double loss = random.nextDouble() * 0.3;
    pair.peers
        .aToB()
        .filter(
            packet -> {
              tap.test(packet);
              boolean forwards = tap.forwardTsns > before[0];
              before[0] = tap.forwardTsns;
              return forwards || random.nextDouble() >= loss || flow.sent.size() > 200;
            });
    // Three later messages tell of a loss, and some of these may be lost as well.
    long bound = lifeTime + 3 * ROUND_TRIP_MILLIS + 20 * INTERVAL_MILLIS;
    pair.z.onEvent =
        event -> {
          if (event instanceof DataChannelEvent.MessageReceived message) {
            Label label = WireTap.label(message.payload());
            flow.receive(label, message.payload());
            assertThat(pair.now() - flow.sent.get(label.number()).at())
                .as("%s", label)
                .isLessThan(Deadline.millis(bound));
          }
        };
    // The last ones are not lost, since nothing that comes later would tell.
    for (int i = 0; i < 230; i++) {
      flow.send(200, pair.now());
      pair.runFor(INTERVAL_MILLIS);
    }
    tap.transmissions.forEach(flow::check);
    pair.runFor(10_000);
    assertThat(pair.a.transport.counters().outstandingChunks()).isZero();
  }
}
