package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieAckChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InitFields;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.ShutdownAckChunk;
import io.webrtc4j.sctp.packet.ShutdownChunk;
import io.webrtc4j.sctp.packet.ShutdownCompleteChunk;
import io.webrtc4j.sctp.packet.StaleCookie;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9260 §8.4 and §8.5: packets with the wrong tag, and those out of the blue. */
class VerificationTagTest {
  private static final HeartbeatChunk HEARTBEAT = new HeartbeatChunk(OpaqueBytes.of(new byte[8]));

  private final Dialogue dialogue = Dialogue.ordinary();
  private final Side z = dialogue.z;

  /** Z's and A's tags, once there is an association. */
  private int[] establish() {
    dialogue.a.records = true;
    z.records = true;
    dialogue.a.transport.connect(dialogue.now());
    dialogue.settle();
    int tagOfZ = Packets.tag(dialogue.a.sent.get(1));
    int tagOfA = Packets.tag(z.sent.get(0));
    return new int[] {tagOfZ, tagOfA};
  }

  private String answer(int tag, ControlChunk... chunks) {
    z.receive(Packets.of(tag, chunks), dialogue.now());
    byte[] reply = z.poll(dialogue.now());
    return reply == null ? "" : Packets.describe(reply);
  }

  @Test
  void onlyOurTagIsAccepted() {
    int[] tags = establish();
    assertThat(answer(tags[0], HEARTBEAT)).isEqualTo("HEARTBEAT_ACK");
    assertThat(answer(tags[0] + 1, HEARTBEAT)).isEmpty();
    assertThat(answer(tags[1], HEARTBEAT)).isEmpty();
    assertThat(answer(0, HEARTBEAT)).isEmpty();
  }

  @Test
  void anAbortNeedsOurTagOrThePeersWithTheTBit() {
    int[] tags = establish();
    answer(tags[0], new AbortChunk(true, List.of()));
    answer(tags[1], new AbortChunk(false, List.of()));
    assertThat(z.isEstablished()).isTrue();
    answer(tags[1], new AbortChunk(true, List.of()));
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(z.has(DataChannelEvent.Failed.class)).isTrue();
  }

  @Test
  void wrongPortsAndChecksumsAreDropped() {
    int[] tags = establish();
    byte[] packet = Packets.of(tags[0], HEARTBEAT);
    packet[20] ^= 1;
    z.receive(packet, dialogue.now());
    assertThat(z.poll(dialogue.now())).isNull();
    Side other = Dialogue.side(DataChannelConfig.builder().localPort(5001).build(), 3);
    other.transport.connect(dialogue.now());
    z.receive(other.poll(dialogue.now()), dialogue.now());
    assertThat(z.poll(dialogue.now())).isNull();
    assertThat(z.transport.counters().packetsDropped()).isEqualTo(2);
  }

  @Test
  void packetsOutOfTheBlueAreAnsweredAsTheRfcSays() {
    assertThat(answer(5, HEARTBEAT)).isEqualTo("ABORT");
    assertThat(answer(5, new ShutdownChunk(1))).isEqualTo("ABORT");
    assertThat(answer(5, HEARTBEAT, new AbortChunk(false, List.of()))).isEmpty();
    assertThat(answer(5, new ShutdownAckChunk())).isEqualTo("SHUTDOWN_COMPLETE");
    assertThat(answer(5, new ShutdownCompleteChunk(false))).isEmpty();
    assertThat(answer(5, new CookieAckChunk())).isEmpty();
    assertThat(answer(5, new ErrorChunk(List.of(new StaleCookie(1))))).isEmpty();
    assertThat(answer(5, new CookieEchoChunk(OpaqueBytes.of(new byte[60])))).isEmpty();
    assertThat(z.events).isEmpty();
  }

  @Test
  void theAnswerOutOfTheBlueReflectsTheTag() {
    z.receive(Packets.of(5, HEARTBEAT), dialogue.now());
    byte[] reply = z.poll(dialogue.now());
    assertThat(Packets.tag(reply)).isEqualTo(5);
    assertThat(Packets.control(reply)).containsExactly(new AbortChunk(true, List.of()));
  }

  @Test
  void aShutdownAckInCookieWaitIsOutOfTheBlue() {
    z.transport.connect(dialogue.now());
    z.poll(dialogue.now());
    assertThat(answer(5, new ShutdownAckChunk())).isEqualTo("SHUTDOWN_COMPLETE");
    assertThat(z.transport.state()).isEqualTo(SctpState.COOKIE_WAIT);
  }

  @Test
  void ruleATagZeroIsForAnInitAlone() {
    int[] tags = establish();
    InitChunk init = new InitChunk(new InitFields(77, 100_000, 10, 10, 1), List.of());
    for (ControlChunk chunk :
        List.of(HEARTBEAT, new AbortChunk(false, List.of()), new CookieAckChunk())) {
      assertThat(answer(0, chunk)).isEmpty();
      assertThat(answer(0, init, chunk)).isEmpty();
      assertThat(answer(0, chunk, init)).isEmpty();
    }
    assertThat(answer(tags[0], init)).isEmpty();
    assertThat(answer(0, init)).isEqualTo("INIT_ACK");
    assertThat(z.isEstablished()).isTrue();
  }

  @Test
  void ruleBOurAbortCarriesThePeersTag() {
    int[] tags = establish();
    z.transport.abort("enough", dialogue.now());
    byte[] abort = z.poll(dialogue.now());
    assertThat(Packets.describe(abort)).isEqualTo("ABORT");
    assertThat(Packets.tag(abort)).isEqualTo(tags[1]);
  }

  @Test
  void ruleCAShutdownCompleteNeedsOurTagOrThePeersWithTheTBit() {
    int[] tags = establish();
    // Before SHUTDOWN-ACK-SENT it means nothing, with whatever tag.
    answer(tags[0], new ShutdownCompleteChunk(false));
    answer(tags[1], new ShutdownCompleteChunk(true));
    assertThat(z.isEstablished()).isTrue();
    dialogue.a.transport.shutdown(dialogue.now());
    assertThat(dialogue.aSends()).isEqualTo("SHUTDOWN");
    assertThat(z.transport.state()).isEqualTo(SctpState.SHUTDOWN_ACK_SENT);
    answer(tags[0], new ShutdownCompleteChunk(true));
    answer(tags[1], new ShutdownCompleteChunk(false));
    answer(5, new ShutdownCompleteChunk(true));
    assertThat(z.transport.state()).isEqualTo(SctpState.SHUTDOWN_ACK_SENT);
    answer(tags[1], new ShutdownCompleteChunk(true));
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(z.has(DataChannelEvent.Closed.class)).isTrue();
  }

  @Test
  void ruleCOurTagWithoutTheTBitCompletesTheShutdownToo() {
    int[] tags = establish();
    dialogue.a.transport.shutdown(dialogue.now());
    dialogue.aSends();
    answer(tags[0], new ShutdownCompleteChunk(false));
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
  }

  @Test
  void ruleDACookieEchoNeedsTheTagOfItsInitAck() {
    dialogue.a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    byte[] echo = dialogue.a.poll(dialogue.now());
    ControlChunk chunk = Packets.control(echo).get(0);
    assertThat(answer(Packets.tag(echo) + 1, chunk)).isEmpty();
    assertThat(z.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(answer(Packets.tag(echo), chunk)).isEqualTo("COOKIE_ACK");
  }

  @Test
  void ruleEAShutdownAckInCookieEchoedIsOutOfTheBlue() {
    Side a = dialogue.a;
    a.transport.connect(dialogue.now());
    dialogue.aSends();
    dialogue.zSends();
    assertThat(dialogue.aLoses()).isEqualTo("COOKIE_ECHO");
    a.receive(Packets.of(5, new ShutdownAckChunk()), dialogue.now());
    byte[] answer = a.poll(dialogue.now());
    assertThat(Packets.describe(answer)).isEqualTo("SHUTDOWN_COMPLETE");
    assertThat(Packets.tag(answer)).isEqualTo(5);
    assertThat(Packets.control(answer)).containsExactly(new ShutdownCompleteChunk(true));
    assertThat(a.transport.state()).isEqualTo(SctpState.COOKIE_ECHOED);
  }
}
