package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Scripted;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MessageTest {
  private static List<DataChannelEvent.MessageReceived> received(Side side) {
    return side.events(DataChannelEvent.MessageReceived.class);
  }

  @Test
  void textBinaryAndEmptyMessagesArriveAsTheyWere() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    byte[] text = "grüße".getBytes(StandardCharsets.UTF_8);
    pair.a.transport.send(channel.a(), true, text, pair.now());
    pair.a.transport.send(channel.a(), false, new byte[] {0}, pair.now());
    pair.a.transport.send(channel.a(), true, new byte[0], pair.now());
    pair.a.transport.send(channel.a(), false, new byte[0], pair.now());
    pair.runFor(1000);
    assertThat(received(pair.z)).hasSize(4);
    assertMessage(received(pair.z).get(0), true, text);
    assertMessage(received(pair.z).get(1), false, new byte[] {0});
    assertMessage(received(pair.z).get(2), true, new byte[0]);
    assertMessage(received(pair.z).get(3), false, new byte[0]);
    assertThat(pair.a.transport.counters(channel.a()))
        .isEqualTo(new DataChannelCounters(4, text.length + 1, 0, 0));
    assertThat(pair.z.transport.counters(channel.z()))
        .isEqualTo(new DataChannelCounters(0, 0, 4, text.length + 1));
  }

  private static void assertMessage(
      DataChannelEvent.MessageReceived message, boolean text, byte[] payload) {
    assertThat(message.text()).isEqualTo(text);
    assertThat(message.payload()).isEqualTo(payload);
  }

  @Test
  void theLargestMessageArrives() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    byte[] large = new byte[256 * 1024];
    new SplittableRandom(1).nextBytes(large);
    pair.a.transport.send(channel.a(), false, large.clone(), pair.now());
    pair.require("message", () -> received(pair.z).size() == 1, 30);
    assertThat(received(pair.z).get(0).payload()).isEqualTo(large);
    assertThatThrownBy(
            () -> pair.a.transport.send(channel.a(), false, new byte[256 * 1024 + 1], pair.now()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("262144");
  }

  @Test
  void aMessageLargerThanWeAcceptClosesTheChannelAndNothingElse() {
    Side strict = Side.of(DataChannelConfig.builder().maxMessageSize(10_000).build(), 3);
    Pair pair = new Pair(Side.client(1), strict, LinkConditions.perfect(), 1).connect();
    Pair.Channels one = pair.channel(DataChannelParameters.reliable("1"));
    Pair.Channels two = pair.channel(DataChannelParameters.reliable("2"));
    pair.a.transport.send(one.a(), false, new byte[200_000], pair.now());
    pair.a.transport.send(two.a(), false, new byte[10_000], pair.now());
    pair.runFor(5000);
    assertThat(pair.z.events(DataChannelEvent.ChannelClosed.class).get(0).error())
        .contains("more than 10000 bytes");
    assertThat(pair.a.events(DataChannelEvent.ChannelClosed.class)).hasSize(1);
    assertThat(received(pair.z)).hasSize(1);
    assertThat(pair.z.isEstablished()).isTrue();
  }

  @Test
  void oneChannelsQueueDoesNotHoldUpAnother() {
    Pair pair = new Pair(LinkConditions.perfect().withRate(10_000_000, 100_000), 1).connect();
    Pair.Channels bulk = pair.channel(DataChannelParameters.reliable("bulk"));
    Pair.Channels chat = pair.channel(DataChannelParameters.reliable("chat"));
    for (int i = 0; i < 200; i++) {
      pair.a.transport.send(bulk.a(), false, new byte[16_000], pair.now());
    }
    pair.runFor(300);
    long sent = pair.now();
    pair.a.transport.send(chat.a(), true, new byte[] {65}, pair.now());
    pair.require(
        "chat", () -> received(pair.z).stream().anyMatch(m -> m.channel() == chat.z()), 10);
    assertThat(pair.now() - sent).isLessThan(Deadline.millis(200));
    assertThat(pair.a.transport.bufferedAmount(bulk.a())).isGreaterThan(1_000_000);
  }

  @Test
  void unorderedChannelsSendInOrderUntilThePeerHasThem() {
    Dialogue dialogue = Dialogue.established();
    int channel = dialogue.a.transport.open(DataChannelParameters.unordered("x"), dialogue.now());
    dialogue.a.transport.send(channel, false, new byte[] {1}, dialogue.now());
    byte[] before = dialogue.a.poll(dialogue.now());
    assertThat(flags(before)).containsExactly(3, 3);
    dialogue.z.receive(before, dialogue.now());
    dialogue.settle();
    dialogue.a.transport.send(channel, false, new byte[] {2}, dialogue.now());
    assertThat(flags(dialogue.a.poll(dialogue.now()))).containsExactly(3 | DataChunk.UNORDERED);
    DataChannelEvent.ChannelOffered offered =
        dialogue.z.events(DataChannelEvent.ChannelOffered.class).get(0);
    dialogue.z.transport.send(offered.channel(), false, new byte[] {3}, dialogue.now());
    assertThat(flags(dialogue.z.poll(dialogue.now()))).containsExactly(3 | DataChunk.UNORDERED);
  }

  /** The flags of the DATA chunks, with the I bit taken off. */
  private static List<Integer> flags(byte[] packet) {
    List<Integer> flags = new ArrayList<>();
    int at = 12;
    while (at < packet.length) {
      if (packet[at] == 0) {
        flags.add(packet[at + 1] & ~DataChunk.IMMEDIATE);
      }
      int length = (packet[at + 2] & 0xff) << 8 | (packet[at + 3] & 0xff);
      at += (length + 3) & ~3;
    }
    return flags;
  }

  @Test
  void theDeprecatedPartialPpidsArePutTogether() {
    Scripted peer = Scripted.established();
    peer.opensChannel(0);
    sendAs(peer, 52, 1, "ab");
    sendAs(peer, 52, 2, "cd");
    sendAs(peer, 53, 3, "ef");
    sendAs(peer, 54, 4, "gh");
    sendAs(peer, 51, 5, "ij");
    assertThat(received(peer.side)).hasSize(2);
    assertMessage(received(peer.side).get(0), false, "abcdef".getBytes(StandardCharsets.UTF_8));
    assertMessage(received(peer.side).get(1), true, "ghij".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void partsWithoutEndCloseTheChannel() {
    Scripted peer = Scripted.established();
    peer.opensChannel(0);
    for (int ssn = 1; ssn <= 20 && peer.side.isEstablished(); ssn++) {
      sendAs(peer, 52, ssn, "x".repeat(20_000));
    }
    assertThat(peer.side.transport.counters().streamErrors()).isPositive();
    assertThat(received(peer.side)).isEmpty();
  }

  @Test
  void anUnknownPpidClosesTheChannel() {
    Scripted peer = Scripted.established();
    int channel = peer.opensChannel(0);
    sendAs(peer, 99, 1, "?");
    assertThatThrownBy(() -> peer.side.transport.send(channel, true, new byte[1], peer.now()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Packets.describe(peer.side.poll(peer.now()))).contains("RE_CONFIG");
  }

  @Test
  void dataOnAStreamWithoutAChannelResetsIt() {
    Scripted peer = Scripted.established();
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 8, 0, 51, new byte[] {65}));
    assertThat(Packets.describe(peer.side.poll(peer.now()))).isEqualTo("RE_CONFIG+SACK");
    assertThat(peer.side.transport.counters().streamErrors()).isEqualTo(1);
    assertThat(received(peer.side)).isEmpty();
  }

  private static void sendAs(Scripted peer, int ppid, int ssn, String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 0, ssn, ppid, bytes));
  }

  @Test
  void wrongDcepMessagesAreRefusedByAReset() {
    for (String wrong :
        List.of(
            "",
            "03",
            "0300010000000000000100",
            "03000100000000000001000078ff",
            "030001000000000000010000ff",
            "03110100000000000001000078",
            "07",
            "02")) {
      Scripted peer = Scripted.established();
      byte[] payload = java.util.HexFormat.of().parseHex(wrong.isEmpty() ? "00" : wrong);
      peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 8, 0, 50, payload));
      assertThat(peer.side.has(DataChannelEvent.ChannelOffered.class)).isFalse();
      assertThat(Packets.describe(peer.side.poll(peer.now()))).isEqualTo("RE_CONFIG+SACK");
    }
  }

  @Test
  void anOpenOfTheWrongParityOrOnAStreamInUseIsRefused() {
    Scripted peer = Scripted.established();
    byte[] open = java.util.HexFormat.of().parseHex("03000100000000000001000078");
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 1, 0, 50, open));
    assertThat(peer.side.has(DataChannelEvent.ChannelOffered.class)).isFalse();
    int channel = peer.opensChannel(0);
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 0, 1, 50, open));
    assertThat(peer.side.events(DataChannelEvent.ChannelOffered.class)).hasSize(1);
    assertThatThrownBy(() -> peer.side.transport.send(channel, true, new byte[1], peer.now()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(peer.side.transport.counters().streamErrors()).isEqualTo(2);
  }
}
