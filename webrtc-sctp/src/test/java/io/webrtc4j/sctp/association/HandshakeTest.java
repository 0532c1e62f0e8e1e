package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.CookiePreservative;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InitFields;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.StateCookie;
import io.webrtc4j.sctp.packet.UnknownParameter;
import io.webrtc4j.sctp.packet.UnrecognizedParameter;
import io.webrtc4j.sctp.packet.UnrecognizedParameters;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private static final InitFields FIELDS = new InitFields(77, 100_000, 10, 10, 5000);

  private final Dialogue dialogue = Dialogue.ordinary();
  private final Side a = dialogue.a;
  private final Side z = dialogue.z;

  private void bothEstablished() {
    assertThat(a.isEstablished()).isTrue();
    assertThat(z.isEstablished()).isTrue();
    assertThat(a.events(DataChannelEvent.Established.class)).hasSize(1);
    assertThat(z.events(DataChannelEvent.Established.class)).hasSize(1);
  }

  @Test
  void oneSideBegins() {
    a.transport.connect(dialogue.now());
    assertThat(a.transport.state()).isEqualTo(SctpState.COOKIE_WAIT);
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(dialogue.zSends()).isEqualTo("INIT_ACK");
    assertThat(a.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
    assertThat(dialogue.aSends()).isEqualTo("COOKIE_ECHO");
    assertThat(z.isEstablished()).isTrue();
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ACK");
    bothEstablished();
    assertThat(a.transport.maxChannels()).isEqualTo(65535);
  }

  /** What browsers do, always. */
  @Test
  void bothBeginAtOnce() {
    a.transport.connect(dialogue.now());
    z.transport.connect(dialogue.now());
    byte[] initOfA = a.poll(dialogue.now());
    byte[] initOfZ = z.poll(dialogue.now());
    a.receive(initOfZ, dialogue.now());
    z.receive(initOfA, dialogue.now());
    byte[] ackOfA = a.poll(dialogue.now());
    byte[] ackOfZ = z.poll(dialogue.now());
    a.receive(ackOfZ, dialogue.now());
    z.receive(ackOfA, dialogue.now());
    assertThat(a.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
    assertThat(z.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
    assertThat(dialogue.aSends()).isEqualTo("COOKIE_ECHO");
    assertThat(z.isEstablished()).isTrue();
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ECHO");
    bothEstablished();
    assertThat(dialogue.aSends()).isEqualTo("COOKIE_ACK");
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ACK");
    bothEstablished();
  }

  @Test
  void aLostInitIsSentAgain() {
    a.transport.connect(dialogue.now());
    assertThat(dialogue.aLoses()).isEqualTo("INIT");
    dialogue.passes(499);
    assertThat(dialogue.aSends()).isEmpty();
    dialogue.passes(1);
    assertThat(dialogue.aLoses()).isEqualTo("INIT");
    dialogue.passes(999);
    assertThat(dialogue.aSends()).isEmpty();
    dialogue.passes(1);
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    dialogue.settle();
    bothEstablished();
  }

  @Test
  void theInitThatIsSentAgainIsTheSame() {
    a.transport.connect(dialogue.now());
    byte[] first = a.poll(dialogue.now());
    dialogue.passes(500);
    assertThat(a.poll(dialogue.now())).isEqualTo(first);
  }

  @Test
  void aLostInitAckIsAskedForAgain() {
    a.transport.connect(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    assertThat(dialogue.zLoses()).isEqualTo("INIT_ACK");
    dialogue.passes(500);
    dialogue.settle();
    bothEstablished();
  }

  @Test
  void aLostCookieEchoIsSentAgain() {
    a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    assertThat(dialogue.aLoses()).isEqualTo("COOKIE_ECHO");
    dialogue.passes(400);
    assertThat(dialogue.aSends()).isEqualTo("COOKIE_ECHO");
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ACK");
    bothEstablished();
  }

  @Test
  void aLostCookieAckIsSentAgain() {
    a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    dialogue.aSends();
    // A /lost/ <- COOKIE_ACK <- Z
    assertThat(dialogue.zLoses()).isEqualTo("COOKIE_ACK");
    dialogue.passes(400);
    assertThat(dialogue.aSends()).isEqualTo("COOKIE_ECHO");
    assertThat(dialogue.zSends()).isEqualTo("COOKIE_ACK");
    bothEstablished();
  }

  @Test
  void initsAreGivenUpWhenAllWereInVain() {
    Side lonely = Dialogue.side(DataChannelConfig.builder().maxInitRetransmits(3).build(), 5);
    Dialogue alone = new Dialogue(lonely, z);
    lonely.transport.connect(alone.now());
    for (int i = 0; i < 4; i++) {
      assertThat(alone.aLoses()).isEqualTo("INIT");
      alone.passes(3000);
    }
    assertThat(alone.aSends()).isEmpty();
    assertThat(lonely.events)
        .containsExactly(new DataChannelEvent.Failed("the handshake got no INIT ACK to 4 INITs"));
    assertThat(lonely.transport.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void aFloodOfInitsKeepsNoStateAndFewReplies() {
    for (int i = 1; i <= 1000; i++) {
      InitFields fields = new InitFields(i, 100_000, 10, 10, i);
      z.receive(Packets.of(0, new InitChunk(fields, List.of())), dialogue.now());
    }
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    int replies = 0;
    while (z.poll(dialogue.now()) != null) {
      replies++;
    }
    assertThat(replies).isLessThanOrEqualTo(32);
    assertThat(z.transport.nextDeadline()).isEqualTo(Deadline.NEVER);
  }

  @Test
  void impossibleInitsAreAborted() {
    for (InitFields fields :
        List.of(
            new InitFields(77, 1499, 10, 10, 1),
            new InitFields(77, 100_000, 0, 10, 1),
            new InitFields(77, 100_000, 10, 0, 1))) {
      z.receive(Packets.of(0, new InitChunk(fields, List.of())), dialogue.now());
      byte[] reply = z.poll(dialogue.now());
      assertThat(Packets.describe(reply)).isEqualTo("ABORT");
      assertThat(Packets.tag(reply)).isEqualTo(77);
    }
    InitFields noTag = new InitFields(0, 100_000, 10, 10, 1);
    z.receive(Packets.of(0, new InitChunk(noTag, List.of())), dialogue.now());
    assertThat(z.poll(dialogue.now())).isNull();
  }

  @Test
  void anInitWithATagOrInCompanyIsDropped() {
    InitChunk init = new InitChunk(FIELDS, List.of());
    z.receive(Packets.of(9, init), dialogue.now());
    z.receive(Packets.of(0, init, init), dialogue.now());
    assertThat(z.poll(dialogue.now())).isNull();
    assertThat(z.transport.counters().packetsDropped()).isEqualTo(2);
  }

  @Test
  void unknownParametersOfAnInitAreReported() {
    UnknownParameter reported = new UnknownParameter(0xc123, OpaqueBytes.of(new byte[5]));
    UnknownParameter ignored = new UnknownParameter(0x8123, OpaqueBytes.EMPTY);
    z.receive(Packets.of(0, new InitChunk(FIELDS, List.of(reported, ignored))), dialogue.now());
    InitAckChunk ack = (InitAckChunk) Packets.control(z.poll(dialogue.now())).get(0);
    assertThat(ack.parameters())
        .contains(new UnrecognizedParameter(reported))
        .doesNotContain(new UnrecognizedParameter(ignored));
  }

  @Test
  void unknownParametersOfAnInitAckAreReportedBehindTheCookie() {
    UnknownParameter unknown = new UnknownParameter(0xc123, OpaqueBytes.of(new byte[5]));
    a.transport.connect(dialogue.now());
    List<Parameter> parameters = List.of(new StateCookie(OpaqueBytes.of(new byte[40])), unknown);
    receiveInitAck(FIELDS, parameters);
    List<ControlChunk> sent = Packets.control(a.poll(dialogue.now()));
    assertThat(sent)
        .containsExactly(
            new CookieEchoChunk(OpaqueBytes.of(new byte[40])),
            new ErrorChunk(List.of(new UnrecognizedParameters(List.of(unknown)))));
  }

  @Test
  void anInitAckWithoutACookieEndsIt() {
    a.transport.connect(dialogue.now());
    receiveInitAck(FIELDS, List.of());
    byte[] reply = a.poll(dialogue.now());
    assertThat(Packets.describe(reply)).isEqualTo("ABORT");
    assertThat(Packets.tag(reply)).isEqualTo(77);
    assertThat(a.has(DataChannelEvent.Failed.class)).isTrue();
  }

  @Test
  void aCookieThatDoesNotFitIntoAPacketEndsIt() {
    a.transport.connect(dialogue.now());
    receiveInitAck(FIELDS, List.of(new StateCookie(OpaqueBytes.of(new byte[3000]))));
    assertThat(Packets.describe(a.poll(dialogue.now()))).isEqualTo("ABORT");
    assertThat(a.has(DataChannelEvent.Failed.class)).isTrue();
  }

  private void receiveInitAck(InitFields fields, List<Parameter> parameters) {
    byte[] init = a.poll(dialogue.now());
    InitChunk sent = (InitChunk) Packets.control(init).get(0);
    byte[] ack = Packets.of(sent.fields().initiateTag(), new InitAckChunk(fields, parameters));
    a.receive(ack, dialogue.now());
  }

  @Test
  void streamsAreTheSmallerOfWantedAndGranted() {
    Side few = Dialogue.side(DataChannelConfig.builder().maxStreams(16).build(), 5);
    Dialogue narrow = new Dialogue(a, few);
    a.transport.connect(narrow.now());
    narrow.settle();
    assertThat(a.transport.maxChannels()).isEqualTo(16);
    assertThat(few.transport.maxChannels()).isEqualTo(16);
  }

  @Test
  void aForgedCookieIsDroppedSilently() {
    a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    byte[] echo = a.poll(dialogue.now());
    CookieEchoChunk chunk = (CookieEchoChunk) Packets.control(echo).get(0);
    byte[] cookie = chunk.cookie().toByteArray();
    for (int i = 0; i < cookie.length; i++) {
      byte[] forged = cookie.clone();
      forged[i] ^= 1;
      z.receive(
          Packets.of(Packets.tag(echo), new CookieEchoChunk(OpaqueBytes.of(forged))),
          dialogue.now());
    }
    z.receive(Packets.of(Packets.tag(echo) + 1, chunk), dialogue.now());
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(z.poll(dialogue.now())).isNull();
    z.receive(echo, dialogue.now());
    assertThat(z.isEstablished()).isTrue();
  }

  @Test
  void aStaleCookieIsAnsweredAndANewOneFetched() {
    a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    byte[] echo = a.poll(dialogue.now());
    long late = dialogue.now() + Deadline.seconds(61);
    z.receive(echo, late);
    byte[] error = z.poll(late);
    assertThat(Packets.describe(error)).isEqualTo("ERROR");
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    a.receive(error, late);
    assertThat(a.transport.state()).isEqualTo(SctpState.COOKIE_WAIT);
    byte[] init = a.poll(late);
    assertThat(((InitChunk) Packets.control(init).get(0)).parameters())
        .contains(new CookiePreservative(2000));
    z.receive(init, late);
    dialogue.settle();
    bothEstablished();
  }

  @Test
  void anAbortEndsTheHandshake() {
    a.transport.connect(dialogue.now());
    InitChunk init = (InitChunk) Packets.control(a.poll(dialogue.now())).get(0);
    byte[] abort = Packets.of(init.fields().initiateTag(), new AbortChunk(false, List.of()));
    a.receive(abort, dialogue.now());
    assertThat(a.has(DataChannelEvent.Failed.class)).isTrue();
  }

  @Test
  void connectingTwiceBeginsOnce() {
    a.transport.connect(dialogue.now());
    a.transport.connect(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("INIT");
    dialogue.settle();
    bothEstablished();
    a.transport.connect(dialogue.now());
    assertThat(dialogue.aSends()).isEmpty();
  }
}
