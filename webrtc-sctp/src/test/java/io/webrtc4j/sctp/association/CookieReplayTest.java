package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelParameters;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Side;
import org.junit.jupiter.api.Test;

/** Cookies that come once more, or too late (RFC 9260 §5.1.5, §5.2.4). */
class CookieReplayTest {
  private static final int LIFETIME_MILLIS = 60_000;

  private final Dialogue dialogue = Dialogue.ordinary();
  private final Side a = dialogue.a;
  private final Side z = dialogue.z;

  /** Establishes the association; the COOKIE ECHO that did it. */
  private byte[] establish() {
    a.transport.connect(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    assertThat(dialogue.zSends()).isEqualTo("INIT_ACK");
    byte[] echo = a.poll(dialogue.now());
    z.receive(echo, dialogue.now());
    dialogue.settle();
    assertThat(a.isEstablished()).isTrue();
    assertThat(z.isEstablished()).isTrue();
    return echo;
  }

  private void exchange(Dialogue between, int messages) {
    int channel = between.a.transport.open(DataChannelParameters.reliable("x"), between.now());
    for (int i = 0; i < messages; i++) {
      between.a.transport.send(channel, true, new byte[] {65}, between.now());
    }
    between.settle();
  }

  private int received() {
    return z.events(DataChannelEvent.MessageReceived.class).size();
  }

  @Test
  void aReplayIntoItsOwnAssociationIsAcknowledgedAndChangesNothing() {
    byte[] echo = establish();
    exchange(dialogue, 2);
    z.receive(echo, dialogue.now());
    assertThat(dialogue.zSends()).startsWith("COOKIE_ACK");
    exchange(dialogue, 3);
    assertThat(received()).isEqualTo(5);
    assertThat(z.events(DataChannelEvent.Established.class)).hasSize(1);
  }

  @Test
  void aReplayAfterARestartIsDropped() {
    byte[] echo = establish();
    Dialogue restarted = new Dialogue(Side.client(99), z);
    restarted.a.transport.connect(restarted.now());
    restarted.settle();
    assertThat(restarted.a.isEstablished()).isTrue();
    long dropped = z.transport.counters().packetsDropped();
    z.receive(echo, dialogue.now());
    assertThat(restarted.zSends()).isEmpty();
    assertThat(z.transport.counters().packetsDropped()).isEqualTo(dropped + 1);
    exchange(restarted, 3);
    assertThat(received()).isEqualTo(3);
  }

  @Test
  void aReplayOfTheCookieThatRestartedDoesNotRestartAgain() {
    establish();
    Dialogue restarted = new Dialogue(Side.client(99), z);
    restarted.a.transport.connect(restarted.now());
    restarted.aSends();
    restarted.zSends();
    byte[] echo = restarted.a.poll(restarted.now());
    z.receive(echo, restarted.now());
    restarted.settle();
    exchange(restarted, 1);
    z.receive(echo, restarted.now());
    assertThat(restarted.zSends()).startsWith("COOKIE_ACK");
    assertThat(z.events(DataChannelEvent.Established.class)).hasSize(2);
    exchange(restarted, 1);
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void aReplayAfterTheEndIsDropped() {
    byte[] echo = establish();
    a.transport.shutdown(dialogue.now());
    dialogue.settle();
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    z.receive(echo, dialogue.now());
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(dialogue.zSends()).isEmpty();
  }

  @Test
  void anExpiredCookieDoesNotRestartTheAssociation() {
    establish();
    Dialogue restarted = new Dialogue(Side.client(99), z);
    restarted.a.transport.connect(restarted.now());
    restarted.aSends();
    restarted.zSends();
    byte[] echo = restarted.a.poll(restarted.now());
    dialogue.passes(LIFETIME_MILLIS + 1);
    dialogue.settle();
    z.receive(echo, dialogue.now());
    byte[] answer = z.poll(dialogue.now());
    assertThat(Packets.describe(answer)).isEqualTo("ERROR");
    // It goes to the one with the new tag, not to the association.
    restarted.a.receive(answer, dialogue.now());
    assertThat(restarted.a.transport.state()).isEqualTo(SctpState.COOKIE_WAIT);
    assertThat(z.events(DataChannelEvent.Established.class)).hasSize(1);
    exchange(dialogue, 2);
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void aCookieIsGoodUntilItsLastMoment() {
    a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    byte[] echo = a.poll(dialogue.now());
    long end = dialogue.now() + LIFETIME_MILLIS * 1_000_000L;
    z.receive(echo, end);
    assertThat(z.isEstablished()).isTrue();
  }
}
