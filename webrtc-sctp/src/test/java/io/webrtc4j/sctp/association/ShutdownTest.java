package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Pair;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final Dialogue dialogue = Dialogue.established();

  private void bothClosed() {
    assertThat(dialogue.a.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(dialogue.z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(dialogue.a.events(DataChannelEvent.Closed.class)).hasSize(1);
    assertThat(dialogue.z.events(DataChannelEvent.Closed.class)).hasSize(1);
    assertThat(dialogue.a.transport.nextDeadline()).isEqualTo(Deadline.NEVER);
    assertThat(dialogue.z.transport.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void anIdleAssociationShutsDown() {
    dialogue.a.transport.shutdown(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN");
    assertThat(dialogue.zSends()).isEqualTo("SHUTDOWN_ACK");
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN_COMPLETE");
    bothClosed();
  }

  @Test
  void allDataIsDeliveredFirst() {
    int channel = dialogue.a.transport.open(DataChannelParameters.reliable("x"), dialogue.now());
    dialogue.a.transport.send(channel, false, new byte[100_000], dialogue.now());
    dialogue.a.transport.shutdown(dialogue.now());
    assertThat(dialogue.a.transport.state()).isEqualTo(SctpState.SHUTDOWN_PENDING);
    assertThatThrownBy(() -> dialogue.a.transport.send(channel, false, new byte[1], dialogue.now()))
        .isInstanceOf(IllegalStateException.class);
    dialogue.settle();
    dialogue.passes(200);
    dialogue.settle();
    assertThat(dialogue.z.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
    bothClosed();
  }

  @Test
  void thePeersDataIsDeliveredToo() {
    int channel = dialogue.z.transport.open(DataChannelParameters.reliable("x"), dialogue.now());
    dialogue.z.transport.send(channel, false, new byte[100_000], dialogue.now());
    dialogue.a.transport.shutdown(dialogue.now());
    assertThat(dialogue.a.transport.state()).isEqualTo(SctpState.SHUTDOWN_SENT);
    assertThat(dialogue.zSends()).isEqualTo("DATA+DATA");
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN+SHUTDOWN+SACK");
    assertThat(dialogue.z.transport.state()).isEqualTo(SctpState.SHUTDOWN_RECEIVED);
    dialogue.settle();
    assertThat(dialogue.a.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
    bothClosed();
  }

  @Test
  void aLostShutdownIsSentAgain() {
    dialogue.a.transport.shutdown(dialogue.now());
    assertThat(dialogue.aLoses()).isEqualTo("SHUTDOWN");
    dialogue.passes(400);
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN");
    dialogue.settle();
    bothClosed();
  }

  @Test
  void aLostShutdownAckIsSentAgain() {
    dialogue.a.transport.shutdown(dialogue.now());
    dialogue.aSends();
    assertThat(dialogue.zLoses()).isEqualTo("SHUTDOWN_ACK");
    dialogue.passes(500);
    dialogue.settle();
    bothClosed();
  }

  @Test
  void aLostShutdownCompleteIsAskedForOutOfTheBlue() {
    dialogue.a.transport.shutdown(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    assertThat(dialogue.aLoses()).isEqualTo("SHUTDOWN_COMPLETE");
    dialogue.passes(500);
    assertThat(dialogue.zSends()).isEqualTo("SHUTDOWN_ACK");
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN_COMPLETE");
    bothClosed();
  }

  @Test
  void bothMayShutDownAtOnce() {
    dialogue.a.transport.shutdown(dialogue.now());
    dialogue.z.transport.shutdown(dialogue.now());
    byte[] ofA = dialogue.a.poll(dialogue.now());
    assertThat(dialogue.zSends()).isEqualTo("SHUTDOWN");
    dialogue.z.receive(ofA, dialogue.now());
    assertThat(dialogue.a.transport.state()).isEqualTo(SctpState.SHUTDOWN_ACK_SENT);
    dialogue.settle();
    bothClosed();
  }

  @Test
  void aPeerThatDoesNotAnswerIsGivenUpInTime() {
    dialogue.a.transport.shutdown(dialogue.now());
    for (int i = 0; i < 61; i++) {
      dialogue.aLoses();
      dialogue.passes(1000);
    }
    assertThat(dialogue.a.events(DataChannelEvent.Failed.class)).hasSize(1);
    assertThat(dialogue.a.transport.state()).isEqualTo(SctpState.CLOSED);
  }

  @Test
  void shutdownBeforeTheHandshakeJustCloses() {
    Dialogue fresh = Dialogue.ordinary();
    fresh.a.transport.connect(fresh.now());
    fresh.a.transport.shutdown(fresh.now());
    fresh.a.drain();
    assertThat(fresh.a.events(DataChannelEvent.Closed.class)).hasSize(1);
    assertThat(fresh.a.transport.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void anAbortTellsItsReason() {
    int channel = dialogue.a.transport.open(DataChannelParameters.reliable("x"), dialogue.now());
    dialogue.settle();
    dialogue.a.transport.abort("enough", dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("ABORT");
    assertThat(dialogue.z.events(DataChannelEvent.Failed.class))
        .containsExactly(new DataChannelEvent.Failed("the peer aborted the association: enough"));
    assertThat(dialogue.a.events)
        .contains(
            new DataChannelEvent.ChannelClosed(channel, null),
            new DataChannelEvent.Closed("aborted: enough"));
    dialogue.a.transport.abort("again", dialogue.now());
    assertThat(dialogue.aSends()).isEmpty();
    assertThat(dialogue.zSends()).isEmpty();
  }

  @Test
  void itEndsWhateverIsLost() {
    LinkConditions bad = LinkConditions.perfect().withLoss(0.3).withReordering(0.2);
    Seeds.forEach(
        60,
        seed -> {
          Pair pair = new Pair(bad, seed).connect();
          Pair.Channels channel = pair.channel(DataChannelParameters.reliable("x"));
          pair.a.transport.send(channel.a(), false, new byte[30_000], pair.now());
          pair.a.transport.shutdown(pair.now());
          if (seed % 2 == 0) {
            pair.z.transport.shutdown(pair.now());
          }
          pair.require(
              "end",
              () ->
                  pair.a.transport.state() == SctpState.CLOSED
                      && pair.z.transport.state() == SctpState.CLOSED,
              600);
          assertThat(pair.z.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
        });
  }
}
