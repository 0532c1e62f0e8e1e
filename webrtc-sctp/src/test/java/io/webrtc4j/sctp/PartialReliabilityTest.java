package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Scripted;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels whose messages may be lost (RFC 3758, RFC 8831 §6.6), packet by packet. */
class PartialReliabilityTest {
  private static final int RTO = 500;

  private final Dialogue dialogue = Dialogue.established();
  private final Side a = dialogue.a;
  private final Side z = dialogue.z;

  private static DataChannelParameters retransmits(boolean ordered, int most) {
    return new DataChannelParameters("x", ordered, null, most, "", false, null);
  }

  private static DataChannelParameters lifeTime(int millis) {
    return new DataChannelParameters("x", true, millis, null, "", false, null);
  }

  private int open(DataChannelParameters parameters) {
    int channel = a.transport.open(parameters, dialogue.now());
    dialogue.settle();
    dialogue.passes(100);
    dialogue.settle();
    return channel;
  }

  private void send(int channel, int length) {
    a.transport.send(channel, false, new byte[length], dialogue.now());
  }

  private List<Integer> received() {
    return z.events(DataChannelEvent.MessageReceived.class).stream()
        .map(message -> message.payload().length)
        .toList();
  }

  @Test
  void aMessageLostOnItsOnlyJourneyIsSkipped() {
    int channel = open(retransmits(true, 0));
    send(channel, 1);
    assertThat(dialogue.aLoses()).isEqualTo("DATA");
    send(channel, 2);
    assertThat(dialogue.aSends()).isEqualTo("DATA");
    assertThat(dialogue.zSends()).isEqualTo("SACK");
    assertThat(received()).isEmpty();
    dialogue.passes(RTO);
    assertThat(dialogue.aSends()).isEqualTo("FORWARD_TSN");
    assertThat(received()).containsExactly(2);
    assertThat(dialogue.zSends()).isEqualTo("SACK");
    assertThat(dialogue.aSends()).isEmpty();
    assertThat(a.transport.counters().messagesAbandoned()).isEqualTo(1);
    assertThat(a.transport.counters().bytesAbandoned()).isEqualTo(1);
    assertThat(a.transport.counters().forwardTsnsSent()).isEqualTo(1);
    assertThat(z.transport.counters().forwardTsnsReceived()).isEqualTo(1);
    assertThat(a.transport.counters().outstandingChunks()).isZero();
  }

  @Test
  void aForwardTsnGoesWithDataWhenThereIsSome() {
    int channel = open(retransmits(true, 0));
    send(channel, 1);
    assertThat(dialogue.aLoses()).isEqualTo("DATA");
    a.timeout(a.nextDeadline());
    send(channel, 2);
    assertThat(dialogue.aSends()).isEqualTo("FORWARD_TSN+DATA");
    assertThat(received()).containsExactly(2);
  }

  @Test
  void aLostForwardTsnOrItsLostSackIsMadeUpFor() {
    int channel = open(retransmits(true, 0));
    send(channel, 1);
    assertThat(dialogue.aLoses()).isEqualTo("DATA");
    dialogue.passes(RTO);
    assertThat(dialogue.aLoses()).isEqualTo("FORWARD_TSN");
    dialogue.passes(2 * RTO);
    assertThat(dialogue.aSends()).isEqualTo("FORWARD_TSN");
    assertThat(dialogue.zLoses()).isEqualTo("SACK");
    dialogue.passes(4 * RTO);
    assertThat(dialogue.aSends()).isEqualTo("FORWARD_TSN");
    assertThat(dialogue.zSends()).isEqualTo("SACK");
    dialogue.passes(20 * RTO);
    assertThat(dialogue.aSends()).isEmpty();
    assertThat(a.transport.counters().messagesAbandoned()).isEqualTo(1);
  }

  @Test
  void theOpeningOfTheChannelItselfIsReliable() {
    int channel = a.transport.open(retransmits(false, 0), dialogue.now());
    send(channel, 1);
    assertThat(dialogue.aLoses()).isEqualTo("DATA+DATA");
    dialogue.passes(RTO);
    // The message is given up; DATA_CHANNEL_OPEN is not.
    assertThat(dialogue.aSends()).isEqualTo("DATA");
    assertThat(z.events(DataChannelEvent.ChannelOffered.class)).hasSize(1);
    dialogue.settle();
    send(channel, 2);
    dialogue.settle();
    assertThat(received()).containsExactly(2);
  }

  @Test
  void theAnswerToTheOpeningIsReliableToo() {
    a.transport.open(retransmits(true, 0), dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("DATA");
    assertThat(dialogue.zLoses()).isEqualTo("SACK+DATA");
    dialogue.passes(RTO);
    assertThat(dialogue.zSends()).contains("DATA");
    dialogue.settle();
    assertThat(z.transport.counters().messagesAbandoned()).isZero();
    assertThat(z.transport.counters().outstandingChunks()).isZero();
  }

  @Test
  void lifetimeEndsInTheQueueWithoutATraceAndTellsThatTheAmountIsLow() {
    int channel = open(lifeTime(50));
    a.reads = false;
    // Nobody polls for packets meanwhile, as if the socket were not writable.
    send(channel, 7_000);
    send(channel, 0);
    assertThat(a.transport.bufferedAmount(channel)).isEqualTo(7_000);
    assertThat(a.nextDeadline()).isEqualTo(dialogue.now() + 51_000_000L);
    dialogue.passes(51);
    assertThat(a.transport.bufferedAmount(channel)).isZero();
    assertThat(a.transport.pollEvent()).isEqualTo(new DataChannelEvent.BufferedAmountLow(channel));
    assertThat(dialogue.aSends()).isEmpty();
    assertThat(a.transport.counters().messagesAbandoned()).isEqualTo(2);
    assertThat(a.transport.counters().bytesAbandoned()).isEqualTo(7_000);
    assertThat(a.transport.counters().forwardTsnsSent()).isZero();
    send(channel, 3);
    dialogue.settle();
    assertThat(received()).containsExactly(3);
  }

  @Test
  void lifetimeEndsBeforeThereIsAnAssociation() {
    Dialogue young = Dialogue.ordinary();
    int channel = young.a.transport.open(lifeTime(50), young.now());
    young.a.transport.connect(young.now());
    young.a.transport.send(channel, false, new byte[9], young.now());
    assertThat(young.aLoses()).isEqualTo("INIT");
    young.passes(51);
    assertThat(young.a.transport.bufferedAmount(channel)).isEqualTo(9);
    // DATA_CHANNEL_OPEN stands before it, and does not go away.
    young.passes(RTO);
    young.settle();
    assertThat(young.a.isEstablished()).isTrue();
    assertThat(young.a.transport.counters().messagesAbandoned()).isEqualTo(1);
    assertThat(young.z.has(DataChannelEvent.ChannelOffered.class)).isTrue();
    assertThat(young.z.has(DataChannelEvent.MessageReceived.class)).isFalse();
  }

  @Test
  void aLifetimeOfZeroAllowsToSendAtOnce() {
    int channel = open(lifeTime(0));
    send(channel, 5);
    assertThat(dialogue.aSends()).isEqualTo("DATA");
    assertThat(received()).containsExactly(5);
    send(channel, 6);
    dialogue.passes(1);
    assertThat(dialogue.aSends()).isEmpty();
  }

  @Test
  void aClosingChannelWaitsForItsLostMessageToBeGivenUp() {
    int channel = open(retransmits(true, 0));
    send(channel, 1);
    assertThat(dialogue.aLoses()).isEqualTo("DATA");
    a.transport.close(channel, dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("RE_CONFIG");
    assertThat(dialogue.zSends()).startsWith("RE_CONFIG");
    assertThat(z.has(DataChannelEvent.ChannelClosing.class)).isFalse();
    dialogue.passes(RTO);
    dialogue.settle();
    dialogue.passes(2 * RTO);
    dialogue.settle();
    assertThat(z.events(DataChannelEvent.ChannelClosed.class)).hasSize(1);
    assertThat(a.events(DataChannelEvent.ChannelClosed.class)).hasSize(1);
    assertThat(a.transport.counters().outstandingChunks()).isZero();
  }

  @Test
  void aClosingChannelDoesNotWaitForWhatOutlivesItsTime() {
    Pair pair = Pair.established();
    Pair.Channels slow = pair.channel(lifeTime(200));
    pair.peers.aToB().conditions(LinkConditions.perfect().withRate(100_000, 256 * 1024));
    for (int i = 0; i < 20; i++) {
      pair.a.transport.send(slow.a(), false, new byte[10_000], pair.now());
    }
    pair.a.transport.close(slow.a(), pair.now());
    // 200,000 bytes would take 16 seconds.
    pair.require("closed", () -> pair.a.has(DataChannelEvent.ChannelClosed.class), 5);
    assertThat(pair.a.transport.counters().messagesAbandoned()).isGreaterThan(10);
  }

  @Test
  void aShutdownWaitsForThePeerToHearOfWhatWasGivenUp() {
    int channel = open(retransmits(true, 0));
    send(channel, 1);
    assertThat(dialogue.aLoses()).isEqualTo("DATA");
    a.transport.shutdown(dialogue.now());
    assertThat(dialogue.aSends()).isEmpty();
    dialogue.passes(RTO);
    assertThat(dialogue.aSends()).isEqualTo("FORWARD_TSN");
    assertThat(dialogue.zSends()).isEqualTo("SACK");
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN");
    dialogue.settle();
    assertThat(a.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
  }

  @Test
  void aShutdownGoesOnWhenTheLastOfTheQueueOutlivesItsTime() {
    int channel = open(lifeTime(50));
    send(channel, 1);
    a.transport.shutdown(dialogue.now());
    dialogue.passes(51);
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN");
  }

  @Test
  void aPeerWithoutForwardTsnGetsEveryMessageThatWasBegun() {
    Scripted peer = Scripted.withoutExtensions();
    int id = 2;
    int channel = peer.side.transport.open(retransmits(true, 0).negotiatedAs(id), peer.now());
    peer.side.transport.send(channel, false, new byte[1], peer.now());
    for (int i = 0; i < 4; i++) {
      byte[] packet = peer.side.poll(peer.now());
      assertThat(Packets.describe(packet)).isEqualTo("DATA");
      peer.passes(4_000);
    }
    int tsn = peer.lastTsnOfSide() + 1;
    peer.sends(
        Packets.of(peer.tagOfSide(), new SackChunk(tsn, Scripted.WINDOW, new int[0], new int[0])));
    SctpCounters counters = peer.side.transport.counters();
    assertThat(counters.outstandingChunks()).isZero();
    assertThat(counters.messagesAbandoned()).isZero();
  }

  @Test
  void theLargestMessageGivenUpHalfwayFreesBothSides() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(retransmits(true, 0));
    int[] packets = {0};
    pair.peers.aToB().filter(packet -> ++packets[0] != 20);
    pair.a.transport.send(channel.a(), false, new byte[256 * 1024], pair.now());
    pair.a.transport.send(channel.a(), false, new byte[5], pair.now());
    pair.require("the next", () -> pair.z.has(DataChannelEvent.MessageReceived.class), 5);
    pair.runFor(5_000);
    assertThat(pair.z.events(DataChannelEvent.MessageReceived.class))
        .extracting(message -> message.payload().length)
        .containsExactly(5);
    SctpCounters counters = pair.a.transport.counters();
    assertThat(counters.bytesAbandoned()).isEqualTo(256 * 1024);
    assertThat(counters.outstandingChunks()).isZero();
    assertThat(counters.receiverWindow()).isEqualTo(DataChannelConfig.DEFAULT_RECEIVE_WINDOW);
    assertThat(pair.a.transport.bufferedAmount(channel.a())).isZero();
  }

  @Test
  void bothLimitsAtOnceAreRefused() {
    DataChannelParameters both = new DataChannelParameters("x", true, 1, 1, "", false, null);
    assertThatThrownBy(() -> a.transport.open(both, dialogue.now()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not both");
  }
}
