package io.webrtc4j.sctp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelEvent.ChannelClosed;
import io.webrtc4j.sctp.DataChannelEvent.ChannelOffered;
import io.webrtc4j.sctp.DataChannelEvent.MessageReceived;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.Endpoint;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import io.webrtc4j.sim.TwoPeers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Associations that are carried on by another DTLS association, where the peer may begin anew. */
class MoveTest {
  private static final int MESSAGES = 60;

  @Test
  void channelsOutliveAPeerThatBeginsAnew() {
    Dialogue before = Dialogue.established();
    int channel = before.z.transport.open(DataChannelParameters.reliable("x"), before.now());
    before.settle();
    before.z.transport.send(channel, true, "lost".getBytes(UTF_8), before.now());
    assertThat(before.zLoses()).isEqualTo("DATA");
    before.z.transport.move(false);
    before.z.transport.send(channel, true, "waits".getBytes(UTF_8), before.now());

    Side again = Side.client(99);
    int mirror = again.transport.open(mirror(before.z.transport.streamId(channel)), before.now());
    Dialogue after = new Dialogue(again, before.z);
    again.transport.connect(after.now());
    after.settle();
    again.transport.send(mirror, true, "hello".getBytes(UTF_8), after.now());
    after.settle();
    assertThat(texts(again)).containsExactly("lost", "waits");
    assertThat(texts(before.z)).containsExactly("hello");
    assertThat(before.z.has(ChannelClosed.class)).isFalse();
    assertThat(before.z.transport.bufferedAmount(channel)).isZero();
  }

  @Test
  void aChannelThatIsBeingClosedIsClosedByIt() {
    Dialogue before = Dialogue.established();
    int channel = before.z.transport.open(DataChannelParameters.reliable("x"), before.now());
    before.settle();
    before.z.transport.send(channel, true, "in vain".getBytes(UTF_8), before.now());
    before.z.transport.close(channel, before.now());
    before.z.transport.move(false);
    Side again = Side.client(99);
    Dialogue after = new Dialogue(again, before.z);
    again.transport.connect(after.now());
    after.settle();
    assertThat(before.z.events(ChannelClosed.class))
        .containsExactly(new ChannelClosed(channel, null));
    assertThat(again.has(MessageReceived.class)).isFalse();
  }

  @Test
  void channelsOfEitherParityAreTakenAfterARoleHasChanged() {
    Dialogue dialogue = Dialogue.established();
    dialogue.z.transport.move(true);
    dialogue.a.transport.open(DataChannelParameters.reliable("as before"), dialogue.now());
    dialogue.settle();
    dialogue.a.transport.move(false);
    dialogue.a.transport.open(DataChannelParameters.reliable("as now"), dialogue.now());
    dialogue.settle();
    assertThat(dialogue.z.events(ChannelOffered.class))
        .extracting(ChannelOffered::streamId)
        .containsExactly(0, 1);
  }

  @Test
  void aSecondRestartIsOneOfTheOldKind() {
    Dialogue before = Dialogue.established();
    int channel = before.z.transport.open(DataChannelParameters.reliable("x"), before.now());
    before.settle();
    before.z.transport.move(false);
    for (int seed : new int[] {98, 99}) {
      Side again = Side.client(seed);
      Dialogue after = new Dialogue(again, before.z);
      again.transport.connect(after.now());
      after.settle();
    }
    assertThat(before.z.events(ChannelClosed.class))
        .extracting(ChannelClosed::channel)
        .containsExactly(channel);
  }

  @Test
  void reliableMessagesReachThePeerBeforeOrAfterItHasBegunAnew() {
    Seeds.forEach(200, MoveTest::beginsAnewAmongMessages);
  }

  private static void beginsAnewAmongMessages(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Replaceable a = new Replaceable(Side.client(seed));
    Side z = Side.server(seed);
    LinkConditions conditions =
        LinkConditions.perfect().withLoss(0.05).withDelay(Deadline.millis(20), Deadline.millis(5));
    TwoPeers<byte[]> network = new TwoPeers<>(a, z, conditions, seed);
    a.side.transport.connect(0);
    z.transport.connect(0);
    a.side.transport.open(mirror(0), 0);
    int channel = z.transport.open(mirror(0), 0);
    network.runUntil(() -> a.side.isEstablished() && z.isEstablished(), Deadline.seconds(60));
    int moment = random.nextInt(MESSAGES);
    for (int i = 0; i < MESSAGES; i++) {
      if (i == moment) {
        Side again = Side.client(seed + 1);
        again.transport.open(mirror(0), network.now());
        again.transport.connect(network.now());
        a.side = again;
        z.transport.move(false);
      }
      byte[] message = new byte[4 + random.nextInt(3000)];
      ByteBuffer.wrap(message).putInt(i);
      z.transport.send(channel, false, message, network.now());
      network.runFor(random.nextLong(Deadline.millis(30)));
    }
    boolean done =
        network.runUntil(() -> numbers(a.side).contains(MESSAGES - 1), Deadline.seconds(120));
    assertThat(done).isTrue();
    List<Integer> later = numbers(a.side);
    assertThat(later).isEqualTo(IntStream.range(later.get(0), MESSAGES).boxed().toList());
    TreeSet<Integer> all = new TreeSet<>(numbers(a.first));
    all.addAll(later);
    assertThat(all).hasSize(MESSAGES);
    assertThat(z.has(ChannelClosed.class)).isFalse();
  }

  private static List<Integer> numbers(Side side) {
    return side.events(MessageReceived.class).stream()
        .map(message -> ByteBuffer.wrap(message.payload()).getInt())
        .toList();
  }

  private static List<String> texts(Side side) {
    return side.events(MessageReceived.class).stream()
        .map(message -> new String(message.payload(), UTF_8))
        .toList();
  }

  /** A channel that is there without being told of. */
  private static DataChannelParameters mirror(int streamId) {
    return new DataChannelParameters("x", true, null, null, "", true, streamId);
  }

  /** An end whose transport can be replaced by one that knows nothing. */
  private static final class Replaceable implements Endpoint<byte[]> {
    final Side first;
    Side side;

    Replaceable(Side side) {
      this.first = side;
      this.side = side;
    }

    @Override
    public byte @Nullable [] poll(long now) {
      return side.poll(now);
    }

    @Override
    public void receive(byte[] packet, long now) {
      side.receive(packet, now);
    }

    @Override
    public void timeout(long now) {
      side.timeout(now);
    }

    @Override
    public long nextDeadline() {
      return side.nextDeadline();
    }

    @Override
    public int size(byte[] packet) {
      return packet.length;
    }
  }
}
