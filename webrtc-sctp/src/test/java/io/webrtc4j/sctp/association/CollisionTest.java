package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Side;
import org.junit.jupiter.api.Test;

/** A COOKIE ECHO when there is an association: Table 12 of RFC 9260 §5.2.4. */
class CollisionTest {
  @Test
  void actionARestartsTheAssociation() {
    Dialogue dialogue = Dialogue.established();
    int channel = dialogue.z.transport.open(DataChannelParameters.reliable("old"), dialogue.now());
    dialogue.settle();
    // A has crashed and begins anew: A' -> INIT -> Z
    Side again = Side.client(99);
    Dialogue restarted = new Dialogue(again, dialogue.z);
    again.transport.connect(restarted.now());
    assertThat(restarted.aSends()).isEqualTo("INIT");
    assertThat(dialogue.z.isEstablished()).isTrue();
    assertThat(restarted.zSends()).isEqualTo("INIT_ACK");
    assertThat(restarted.aSends()).isEqualTo("COOKIE_ECHO");
    assertThat(restarted.zSends()).isEqualTo("COOKIE_ACK");
    assertThat(again.isEstablished()).isTrue();
    assertThat(dialogue.z.events(DataChannelEvent.Established.class)).hasSize(2);
    assertThat(dialogue.z.events(DataChannelEvent.ChannelClosed.class))
        .containsExactly(
            new DataChannelEvent.ChannelClosed(channel, "the peer restarted the association"));
    int fresh = again.transport.open(DataChannelParameters.reliable("new"), restarted.now());
    again.transport.send(fresh, true, new byte[] {65}, restarted.now());
    restarted.settle();
    assertThat(dialogue.z.has(DataChannelEvent.MessageReceived.class)).isTrue();
  }

  @Test
  void bothMayRestart() {
    Dialogue old = Dialogue.established();
    old.a.transport.open(DataChannelParameters.reliable("old"), old.now());
    byte[] stray = old.a.poll(old.now());
    Dialogue dialogue = new Dialogue(Side.client(7), Side.server(7));
    dialogue.a.transport.connect(dialogue.now());
    dialogue.z.transport.connect(dialogue.now());
    dialogue.z.receive(stray, dialogue.now());
    dialogue.settle();
    assertThat(dialogue.a.isEstablished()).isTrue();
    assertThat(dialogue.z.isEstablished()).isTrue();
  }

  @Test
  void actionBTakesTheTagOfACookieThatComesBeforeOurInitAck() {
    Dialogue dialogue = Dialogue.ordinary();
    dialogue.a.transport.connect(dialogue.now());
    dialogue.z.transport.connect(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    assertThat(dialogue.zSends()).isEqualTo("INIT");
    assertThat(dialogue.aSends()).isEqualTo("INIT_ACK");
    // Z's INIT ACK is late: its COOKIE ECHO comes first.
    byte[] lateInitAck = dialogue.z.poll(dialogue.now());
    assertThat(Packets.describe(lateInitAck)).isEqualTo("INIT_ACK");
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ECHO");
    assertThat(dialogue.a.isEstablished()).isTrue();
    assertThat(dialogue.aSends()).isEqualTo("COOKIE_ACK");
    assertThat(dialogue.z.isEstablished()).isTrue();
    dialogue.a.receive(lateInitAck, dialogue.now());
    assertThat(dialogue.a.isEstablished()).isTrue();
    assertThat(dialogue.aSends()).isEmpty();
  }

  @Test
  void actionBTakesThePeersNewTagAlsoWhenItsOldOneIsKnown() {
    Dialogue dialogue = Dialogue.ordinary();
    dialogue.a.transport.connect(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    // Z answers, keeps nothing, and begins by itself with another tag.
    assertThat(dialogue.zSends()).isEqualTo("INIT_ACK");
    byte[] echoOfOldTag = dialogue.a.poll(dialogue.now());
    dialogue.z.transport.connect(dialogue.now());
    assertThat(dialogue.zSends()).isEqualTo("INIT");
    assertThat(dialogue.aSends()).isEqualTo("INIT_ACK");
    assertThat(dialogue.a.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ECHO");
    assertThat(dialogue.a.isEstablished()).isTrue();
    dialogue.z.receive(echoOfOldTag, dialogue.now());
    dialogue.settle();
    assertThat(dialogue.z.isEstablished()).isTrue();
    assertThat(dialogue.a.events(DataChannelEvent.Established.class)).hasSize(1);
    int channel = dialogue.a.transport.open(DataChannelParameters.reliable("x"), dialogue.now());
    dialogue.a.transport.send(channel, true, new byte[] {65}, dialogue.now());
    dialogue.settle();
    assertThat(dialogue.z.has(DataChannelEvent.MessageReceived.class)).isTrue();
  }

  @Test
  void actionCDropsACookieThatComesLate() {
    Dialogue dialogue = Dialogue.ordinary();
    // Z answers A's first INIT while it is closed, with tags of the moment.
    dialogue.a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    byte[] lateEcho = dialogue.a.poll(dialogue.now());
    assertThat(Packets.describe(lateEcho)).isEqualTo("COOKIE_ECHO");
    // Then Z begins itself, and gets as far as COOKIE-ECHOED.
    dialogue.z.transport.connect(dialogue.now());
    assertThat(dialogue.zSends()).isEqualTo("INIT");
    assertThat(dialogue.aSends()).isEqualTo("INIT_ACK");
    assertThat(dialogue.z.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
    dialogue.z.receive(lateEcho, dialogue.now());
    assertThat(dialogue.z.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ECHO");
    dialogue.settle();
    assertThat(dialogue.a.isEstablished()).isTrue();
    assertThat(dialogue.z.isEstablished()).isTrue();
    assertThat(dialogue.a.events(DataChannelEvent.Established.class)).hasSize(1);
  }

  @Test
  void actionDAnswersADuplicateAgain() {
    Dialogue dialogue = Dialogue.ordinary();
    dialogue.a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    byte[] echo = dialogue.a.poll(dialogue.now());
    dialogue.z.receive(echo, dialogue.now());
    dialogue.z.receive(echo, dialogue.now());
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ACK+COOKIE_ACK");
    // Also when the cookie is long stale, since both tags match.
    dialogue.passes(100_000);
    dialogue.settle();
    dialogue.z.receive(echo, dialogue.now());
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ACK");
    assertThat(dialogue.z.events(DataChannelEvent.Established.class)).hasSize(1);
  }

  @Test
  void aCookieOfNobodyIsDropped() {
    Dialogue stranger = Dialogue.ordinary();
    stranger.a.transport.connect(stranger.now());
    stranger.aSends();
    stranger.zSends();
    byte[] echo = stranger.a.poll(stranger.now());
    Dialogue dialogue = new Dialogue(Side.client(8), Side.server(8));
    dialogue.a.transport.connect(dialogue.now());
    dialogue.settle();
    dialogue.z.receive(echo, dialogue.now());
    assertThat(dialogue.zSends()).isEmpty();
    assertThat(dialogue.z.isEstablished()).isTrue();
  }

  @Test
  void aRestartWhileShuttingDownIsRefused() {
    Dialogue dialogue = Dialogue.established();
    Side again = Side.client(99);
    Dialogue restarted = new Dialogue(again, dialogue.z);
    again.transport.connect(restarted.now());
    restarted.aSends();
    restarted.zSends();
    dialogue.a.transport.shutdown(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN");
    assertThat(dialogue.z.transport.state()).isEqualTo(SctpState.SHUTDOWN_ACK_SENT);
    dialogue.zLoses();
    assertThat(restarted.aSends()).isEqualTo("COOKIE_ECHO");
    assertThat(restarted.zSends()).isEqualTo("SHUTDOWN_ACK+ERROR");
    assertThat(dialogue.z.transport.state()).isEqualTo(SctpState.SHUTDOWN_ACK_SENT);
    // §9.2: the sender of the cookie completes the old shutdown, and goes on.
    assertThat(restarted.aSends()).isEqualTo("SHUTDOWN_COMPLETE");
    assertThat(again.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
  }
}
