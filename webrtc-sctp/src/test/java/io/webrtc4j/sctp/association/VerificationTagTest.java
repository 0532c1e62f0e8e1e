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
}
