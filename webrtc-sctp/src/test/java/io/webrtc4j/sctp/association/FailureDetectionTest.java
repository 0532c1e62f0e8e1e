package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sctp.testing.Side;
import io.webrtc4j.sim.LinkConditions;
import org.junit.jupiter.api.Test;

class FailureDetectionTest {
  @Test
  void aPeerThatIsSilentForMinutesIsNotGivenUp() {
    Pair pair = Pair.established();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    pair.peers.aToB().up(false);
    pair.peers.bToA().up(false);
    pair.a.transport.send(channel.a(), false, new byte[5000], pair.now());
    pair.runFor(600_000);
    assertThat(pair.a.isEstablished()).isTrue();
    pair.peers.aToB().up(true);
    pair.peers.bToA().up(true);
    // The back-off ends at RTO.Max, so that the path is found again within seconds.
    pair.require("message", () -> pair.z.has(DataChannelEvent.MessageReceived.class), 10);
  }

  @Test
  void aLimitOfRetransmissionsIsKept() {
    DataChannelConfig config =
        DataChannelConfig.builder().dtlsClient(true).associationMaxRetrans(4).build();
    Pair pair = new Pair(Side.of(config, 1), Side.server(1), LinkConditions.perfect(), 1).connect();
    Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
    pair.peers.aToB().up(false);
    pair.a.transport.send(channel.a(), false, new byte[5000], pair.now());
    pair.require("failure", () -> pair.a.has(DataChannelEvent.Failed.class), 60);
    assertThat(pair.a.events(DataChannelEvent.ChannelClosed.class)).hasSize(1);
    assertThat(pair.a.transport.counters().t3Expirations()).isEqualTo(5);
  }

  @Test
  void anIdlePathIsProbedByHeartbeats() {
    Dialogue dialogue = Dialogue.established();
    long deadline = dialogue.a.transport.nextDeadline();
    assertThat(deadline - dialogue.now()).isBetween(Deadline.seconds(30), Deadline.seconds(31));
    dialogue.passes(31_000);
    assertThat(dialogue.aSends()).isEqualTo("HEARTBEAT");
    assertThat(dialogue.zSends()).isIn("HEARTBEAT_ACK", "HEARTBEAT+HEARTBEAT_ACK");
  }

  @Test
  void heartbeatsMeasureTheRoundTrip() {
    Pair pair = Pair.established();
    pair.peers.aToB().conditions(LinkConditions.perfect().withDelay(Deadline.millis(120), 0));
    pair.runFor(500_000);
    assertThat(pair.a.transport.counters().smoothedRoundTripTime())
        .isBetween(Deadline.millis(110), Deadline.millis(140));
  }

  @Test
  void heartbeatsCanBeTurnedOff() {
    DataChannelConfig config =
        DataChannelConfig.builder().dtlsClient(true).heartbeatInterval(Deadline.NEVER).build();
    Dialogue dialogue = new Dialogue(Side.of(config, 1), Side.server(1));
    dialogue.a.transport.connect(dialogue.now());
    dialogue.settle();
    assertThat(dialogue.a.transport.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void unansweredHeartbeatsCountAsFailures() {
    DataChannelConfig config =
        DataChannelConfig.builder()
            .dtlsClient(true)
            .associationMaxRetrans(2)
            .heartbeatInterval(Deadline.seconds(5))
            .build();
    Pair pair = new Pair(Side.of(config, 1), Side.server(1), LinkConditions.perfect(), 1).connect();
    pair.peers.bToA().up(false);
    pair.require("failure", () -> pair.a.has(DataChannelEvent.Failed.class), 30);
  }
}
