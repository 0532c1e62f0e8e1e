package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Polling more often, or in another order, changes nothing of what is sent. */
class PollOrderTest {
  private static final LinkConditions ROUGH =
      LinkConditions.perfect().withLoss(0.1).withReordering(0.1).withDuplication(0.1);

  /** A side that polls at random what and when nobody asked. */
  private static Side restless(Side side, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Side(side.transport) {
      @Override
      public byte[] poll(long now) {
        fidget();
        return super.poll(now);
      }

      @Override
      public void receive(byte[] packet, long now) {
        fidget();
        super.receive(packet, now);
        fidget();
      }

      @Override
      public long nextDeadline() {
        fidget();
        return super.nextDeadline();
      }

      private void fidget() {
        for (int i = random.nextInt(3); i > 0; i--) {
          drain();
          long deadline = transport.nextDeadline();
          assertThat(transport.nextDeadline()).isEqualTo(deadline);
          assertThat(transport.pollEvent()).isNull();
          assertThat(transport.counters()).isEqualTo(transport.counters());
        }
      }
    };
  }

  private static DataChannelParameters partial(Integer lifeTime, Integer retransmits) {
    return new DataChannelParameters("y", true, lifeTime, retransmits, "", false, null);
  }

  private static void talk(Pair pair) {
    pair.a.records = true;
    pair.z.records = true;
    pair.connect();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    Pair.Channels once = pair.channel(partial(null, 0));
    Pair.Channels shortly = pair.channel(partial(60, null));
    for (int i = 0; i < 20; i++) {
      pair.a.transport.send(once.a(), false, new byte[i * 331], pair.now());
      pair.a.transport.send(shortly.a(), false, new byte[i * 997], pair.now());
      pair.a.transport.send(channel.a(), false, new byte[i * 997], pair.now());
      pair.z.transport.send(channel.z(), true, new byte[i * 13], pair.now());
      pair.runFor(10);
    }
    pair.a.transport.close(channel.a(), pair.now());
    pair.runFor(20_000);
    pair.a.transport.shutdown(pair.now());
    pair.runFor(20_000);
  }

  @Test
  void moreAndOtherPollsGiveTheSameBytes() {
    Seeds.forEach(
        30,
        seed -> {
          Pair calm = new Pair(ROUGH, seed);
          talk(calm);
          Pair restless =
              new Pair(
                  restless(Side.client(seed), seed),
                  restless(Side.server(seed), -seed),
                  ROUGH,
                  seed);
          talk(restless);
          same(calm.a, restless.a);
          same(calm.z, restless.z);
        });
  }

  private static void same(Side one, Side other) {
    assertThat(other.sent).usingElementComparator(Arrays::compare).isEqualTo(one.sent);
    assertThat(other.events).hasSameSizeAs(one.events);
  }
}
