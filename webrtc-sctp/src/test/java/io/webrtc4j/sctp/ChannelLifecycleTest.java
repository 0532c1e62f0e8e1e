package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelLifecycleTest {
  private static final LinkConditions ROUGH =
      LinkConditions.perfect()
          .withDelay(Deadline.millis(10), Deadline.millis(10))
          .withLoss(0.2)
          .withReordering(0.2)
          .withDuplication(0.2);

  @Test
  void aChannelIsOfferedWithItsParameters() {
    Pair pair = Pair.established();
    DataChannelParameters parameters =
        new DataChannelParameters("chät", false, null, 3, "proto", false, null);
    int channel = pair.a.transport.open(parameters, pair.now());
    pair.runFor(1000);
    DataChannelEvent.ChannelOffered offered =
        pair.z.events(DataChannelEvent.ChannelOffered.class).get(0);
    assertThat(offered.parameters())
        .isEqualTo(new DataChannelParameters("chät", false, null, 3, "proto", false, 0));
    assertThat(offered.streamId()).isZero();
    assertThat(pair.a.transport.streamId(channel)).isZero();
    assertThat(pair.a.events(DataChannelEvent.ChannelOpened.class))
        .containsExactly(new DataChannelEvent.ChannelOpened(channel));
  }

  @Test
  void eachSideChoosesStreamsOfItsParity() {
    Pair pair = Pair.established();
    for (int i = 0; i < 3; i++) {
      int atA = pair.a.transport.open(DataChannelParameters.reliable("a"), pair.now());
      int atZ = pair.z.transport.open(DataChannelParameters.reliable("z"), pair.now());
      assertThat(pair.a.transport.streamId(atA)).isEqualTo(2 * i);
      assertThat(pair.z.transport.streamId(atZ)).isEqualTo(2 * i + 1);
    }
  }

  @Test
  void channelsOpenedBeforeTheAssociationOpenWithIt() {
    Pair pair = Pair.perfect();
    int early = pair.a.transport.open(DataChannelParameters.reliable("early"), pair.now());
    pair.a.transport.send(early, true, "first".getBytes(StandardCharsets.UTF_8), pair.now());
    assertThat(pair.a.transport.bufferedAmount(early)).isEqualTo(5);
    pair.a.drain();
    assertThat(pair.a.events).isEmpty();
    pair.connect();
    pair.runFor(1000);
    assertThat(pair.a.events)
        .containsSubsequence(
            new DataChannelEvent.Established(65535), new DataChannelEvent.ChannelOpened(early));
    assertThat(pair.z.has(DataChannelEvent.MessageReceived.class)).isTrue();
    assertThat(pair.a.transport.bufferedAmount(early)).isZero();
  }

  @Test
  void aChannelClosedBeforeTheAssociationIsNeverOffered() {
    Pair pair = Pair.perfect();
    int early = pair.a.transport.open(DataChannelParameters.reliable("early"), pair.now());
    pair.a.transport.close(early, pair.now());
    pair.connect();
    pair.runFor(1000);
    assertThat(pair.z.has(DataChannelEvent.ChannelOffered.class)).isFalse();
    assertThat(pair.a.events).contains(new DataChannelEvent.ChannelClosed(early, null));
  }

  @Test
  void aChannelBeyondThePeersStreamsBreaks() {
    Side few = Side.of(DataChannelConfig.builder().maxStreams(2).build(), 3);
    Pair pair = new Pair(Side.client(1), few, LinkConditions.perfect(), 1);
    int first = pair.a.transport.open(DataChannelParameters.reliable("0"), pair.now());
    int second = pair.a.transport.open(DataChannelParameters.reliable("2"), pair.now());
    pair.connect();
    assertThat(pair.a.events).contains(new DataChannelEvent.ChannelOpened(first));
    assertThat(pair.a.events(DataChannelEvent.ChannelClosed.class).get(0).channel())
        .isEqualTo(second);
    assertThatThrownBy(() -> pair.a.transport.open(DataChannelParameters.reliable("2"), pair.now()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void negotiatedChannelsNeedNoProtocol() {
    Pair pair = Pair.established();
    DataChannelParameters parameters = DataChannelParameters.unordered("n").negotiatedAs(5);
    int atA = pair.a.transport.open(parameters, pair.now());
    int atZ = pair.z.transport.open(parameters, pair.now());
    pair.a.transport.send(atA, false, new byte[] {1}, pair.now());
    pair.z.transport.send(atZ, false, new byte[] {2}, pair.now());
    pair.runFor(1000);
    assertThat(pair.a.events(DataChannelEvent.MessageReceived.class).get(0).payload())
        .containsExactly(2);
    assertThat(pair.z.events(DataChannelEvent.MessageReceived.class).get(0).payload())
        .containsExactly(1);
    assertThat(pair.z.has(DataChannelEvent.ChannelOffered.class)).isFalse();
    assertThatThrownBy(() -> pair.a.transport.open(parameters, pair.now()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void wrongParametersAreRefusedWithAReason() {
    Dialogue dialogue = Dialogue.ordinary();
    refused(dialogue, new DataChannelParameters("x", true, 1, 1, "", false, null), "not both");
    refused(dialogue, new DataChannelParameters("x", true, null, null, "", true, null), "id");
    refused(dialogue, DataChannelParameters.reliable("x").negotiatedAs(65535), "65534");
    refused(dialogue, DataChannelParameters.reliable("x".repeat(65536)), "65535 bytes");
    refused(dialogue, new DataChannelParameters("x", true, -1, null, "", false, null), "65535");
    refused(dialogue, new DataChannelParameters("x", true, null, null, "", false, 1), "peer's");
  }

  private static void refused(Dialogue dialogue, DataChannelParameters wrong, String reason) {
    assertThatThrownBy(() -> dialogue.a.transport.open(wrong, dialogue.now()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void closingDeliversWhatWasQueued() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    for (int i = 0; i < 50; i++) {
      pair.a.transport.send(channel.a(), false, new byte[10_000], pair.now());
    }
    pair.a.transport.close(channel.a(), pair.now());
    assertThatThrownBy(() -> pair.a.transport.send(channel.a(), true, new byte[1], pair.now()))
        .isInstanceOf(IllegalStateException.class);
    closed(pair, channel);
    assertThat(pair.z.events(DataChannelEvent.MessageReceived.class)).hasSize(50);
    List<DataChannelEvent> ofZ = pair.z.events;
    assertThat(ofZ.subList(ofZ.size() - 2, ofZ.size()))
        .containsExactly(
            new DataChannelEvent.ChannelClosing(channel.z()),
            new DataChannelEvent.ChannelClosed(channel.z(), null));
    assertThat(pair.a.has(DataChannelEvent.ChannelClosing.class)).isFalse();
  }

  private static void closed(Pair pair, Pair.Channels channel) {
    pair.require(
        "close",
        () ->
            pair.a.events.contains(new DataChannelEvent.ChannelClosed(channel.a(), null))
                && pair.z.events.contains(new DataChannelEvent.ChannelClosed(channel.z(), null)),
        200);
  }

  @Test
  void bothMayCloseAtOnce() {
    Seeds.forEach(
        40,
        seed -> {
          Pair pair = new Pair(ROUGH, seed).connect();
          Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
          pair.a.transport.close(channel.a(), pair.now());
          pair.z.transport.close(channel.z(), pair.now());
          closed(pair, channel);
        });
  }

  @Test
  void streamsAreUsedAgainCycleAfterCycle() {
    Seeds.forEach(
        15,
        seed -> {
          Pair pair = new Pair(ROUGH, seed).connect();
          for (int cycle = 0; cycle < 12; cycle++) {
            Pair.Channels channel = pair.channel(DataChannelParameters.reliable("c" + cycle));
            assertThat(pair.a.transport.streamId(channel.a())).isZero();
            int before = pair.z.events(DataChannelEvent.MessageReceived.class).size();
            pair.a.transport.send(channel.a(), false, new byte[5000], pair.now());
            pair.a.transport.send(channel.a(), false, new byte[10], pair.now());
            pair.z.transport.send(channel.z(), false, new byte[3], pair.now());
            if ((cycle + seed) % 2 == 0) {
              pair.a.transport.close(channel.a(), pair.now());
            } else {
              pair.require(
                  "messages",
                  () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() > before + 1,
                  200);
              pair.z.transport.close(channel.z(), pair.now());
            }
            closed(pair, channel);
            assertThat(pair.z.events(DataChannelEvent.MessageReceived.class)).hasSize(before + 2);
          }
          assertThat(pair.a.transport.counters().streamErrors()).isZero();
          assertThat(pair.z.transport.counters().streamErrors()).isZero();
        });
  }

  @Test
  void manyChannelsOpenAndCloseTogether() {
    Pair pair = Pair.established();
    for (int i = 0; i < 1000; i++) {
      int channel = pair.a.transport.open(DataChannelParameters.reliable("c" + i), pair.now());
      pair.a.transport.send(channel, true, new byte[] {65}, pair.now());
    }
    pair.require(
        "messages", () -> pair.z.events(DataChannelEvent.MessageReceived.class).size() == 1000, 9);
    for (DataChannelEvent.ChannelOpened opened :
        pair.a.events(DataChannelEvent.ChannelOpened.class)) {
      pair.a.transport.close(opened.channel(), pair.now());
    }
    pair.require(
        "close", () -> pair.a.events(DataChannelEvent.ChannelClosed.class).size() == 1000, 30);
    pair.require(
        "close", () -> pair.z.events(DataChannelEvent.ChannelClosed.class).size() == 1000, 30);
  }

  @Test
  void morePeersChannelsThanAllowedAreClosed() {
    Side modest = Side.of(DataChannelConfig.builder().maxChannels(3).build(), 3);
    Pair pair = new Pair(Side.client(1), modest, LinkConditions.perfect(), 1).connect();
    for (int i = 0; i < 5; i++) {
      pair.a.transport.open(DataChannelParameters.reliable("c" + i), pair.now());
    }
    pair.runFor(3000);
    assertThat(pair.z.events(DataChannelEvent.ChannelOffered.class)).hasSize(3);
    assertThat(pair.a.events(DataChannelEvent.ChannelClosing.class)).hasSize(2);
    assertThat(pair.a.events(DataChannelEvent.ChannelClosed.class)).hasSize(2);
    assertThat(pair.z.transport.counters().streamErrors()).isEqualTo(2);
    assertThatThrownBy(() -> pair.z.transport.open(DataChannelParameters.reliable("4"), pair.now()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void unknownHandlesAreHarmlessToAskAndRefusedToSend() {
    Dialogue dialogue = Dialogue.established();
    dialogue.a.transport.close(99, dialogue.now());
    dialogue.a.transport.bufferedAmountLowThreshold(99, 1);
    assertThat(dialogue.a.transport.streamId(99)).isEqualTo(-1);
    assertThat(dialogue.a.transport.bufferedAmount(99)).isZero();
    assertThat(dialogue.a.transport.counters(99)).isEqualTo(new DataChannelCounters(0, 0, 0, 0));
    assertThatThrownBy(() -> dialogue.a.transport.send(99, true, new byte[1], dialogue.now()))
        .isInstanceOf(IllegalStateException.class);
  }
}
