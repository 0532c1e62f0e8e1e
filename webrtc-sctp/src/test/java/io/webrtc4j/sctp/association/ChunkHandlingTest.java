package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.SctpState;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InvalidStreamIdentifier;
import io.webrtc4j.sctp.packet.NoUserData;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.ProtocolViolation;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.packet.UnrecognizedChunkType;
import io.webrtc4j.sctp.testing.Dialogue;
import io.webrtc4j.sctp.testing.Scripted;
import io.webrtc4j.sctp.testing.Side;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an established association does with chunks, good and bad, of a scripted peer. */
class ChunkHandlingTest {
  private final Scripted peer = Scripted.established();

  @Test
  void anUnknownChunkIsSkippedAndReportedAsItsHighBitsSay() {
    HeartbeatChunk heartbeat = new HeartbeatChunk(OpaqueBytes.of(new byte[8]));
    assertThat(peer.answers(unknownThen(0x3f, heartbeat))).isEmpty();
    assertThat(peer.answers(unknownThen(0x7f, heartbeat))).isEqualTo("ERROR");
    assertThat(peer.answers(unknownThen(0xbf, heartbeat))).isEqualTo("HEARTBEAT_ACK");
    assertThat(peer.answers(unknownThen(0xff, heartbeat))).isEqualTo("ERROR+HEARTBEAT_ACK");
  }

  @Test
  void theReportCarriesTheChunk() {
    byte[] unknown = HexFormat.of().parseHex("40aa0007010203");
    peer.sends(Packets.raw(peer.tagOfSide(), unknown));
    assertThat(peer.control())
        .containsExactly(
            new ErrorChunk(List.of(new UnrecognizedChunkType(OpaqueBytes.of(unknown)))));
  }

  private byte[] unknownThen(int type, HeartbeatChunk heartbeat) {
    byte[] next = Packets.of(1, heartbeat);
    byte[] chunks = new byte[4 + next.length - 12];
    chunks[0] = (byte) type;
    chunks[3] = 4;
    System.arraycopy(next, 12, chunks, 4, next.length - 12);
    return Packets.raw(peer.tagOfSide(), chunks);
  }

  @Test
  void dataWithoutDataIsAborted() {
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.nextTsn(), 1, 0, 51, new byte[0]));
    assertThat(peer.control())
        .containsExactly(new AbortChunk(false, List.of(new NoUserData(peer.nextTsn()))));
    assertThat(peer.side.transport.state()).isEqualTo(SctpState.CLOSED);
    assertThat(peer.side.has(DataChannelEvent.Failed.class)).isTrue();
  }

  @Test
  void dataOnAStreamThatDoesNotExistIsReported() {
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.nextTsn(), 65535, 0, 51, new byte[1]));
    List<ControlChunk> answer = peer.control();
    assertThat(answer)
        .contains(new ErrorChunk(List.of(new InvalidStreamIdentifier(65535))))
        .anyMatch(SackChunk.class::isInstance);
    assertThat(peer.side.isEstablished()).isTrue();
  }

  @Test
  void fragmentsThatContradictOneAnotherEndTheAssociation() {
    peer.sends(Packets.data(peer.tagOfSide(), 1, peer.nextTsn(), 1, 0, 51, new byte[1]));
    AbortChunk abort = (AbortChunk) peer.control().get(0);
    assertThat(abort.causes().get(0)).isInstanceOf(ProtocolViolation.class);
    assertThat(peer.side.events(DataChannelEvent.Failed.class)).hasSize(1);
  }

  @Test
  void aSackOfWhatWasNeverSentIsIgnored() {
    int[] none = {};
    for (SackChunk sack :
        List.of(
            new SackChunk(peer.lastTsnOfSide() + 1, 1000, none, none),
            new SackChunk(peer.lastTsnOfSide() - 1, 1000, none, none),
            new SackChunk(peer.lastTsnOfSide(), 1000, new int[] {1, 5}, none),
            new SackChunk(peer.lastTsnOfSide(), 1000, new int[] {5, 1}, none))) {
      peer.sends(Packets.of(peer.tagOfSide(), sack));
      assertThat(peer.side.transport.counters().receiverWindow()).isEqualTo(Scripted.WINDOW);
    }
  }

  @Test
  void setupChunksOutOfPlaceAreIgnored() {
    InitChunk init = new InitChunk(Scripted.FIELDS, List.of());
    InitAckChunk ack = new InitAckChunk(Scripted.FIELDS, List.of());
    HeartbeatChunk heartbeat = new HeartbeatChunk(OpaqueBytes.of(new byte[8]));
    assertThat(peer.answers(Packets.of(peer.tagOfSide(), ack))).isEmpty();
    assertThat(peer.answers(Packets.of(peer.tagOfSide(), heartbeat, init)))
        .isEqualTo("HEARTBEAT_ACK");
    assertThat(peer.side.isEstablished()).isTrue();
  }

  @Test
  void aHeartbeatThatWouldNotFitIsNotAnswered() {
    HeartbeatChunk huge = new HeartbeatChunk(OpaqueBytes.of(new byte[2000]));
    assertThat(peer.answers(Packets.of(peer.tagOfSide(), huge))).isEmpty();
  }

  @Test
  void aCutOffChunkIsDroppedAndThoseBeforeItCount() {
    HeartbeatChunk heartbeat = new HeartbeatChunk(OpaqueBytes.of(new byte[8]));
    byte[] good = Packets.of(1, heartbeat);
    byte[] chunks = new byte[good.length - 12 + 6];
    System.arraycopy(good, 12, chunks, 0, good.length - 12);
    chunks[good.length - 12 + 3] = 100;
    assertThat(peer.answers(Packets.raw(peer.tagOfSide(), chunks))).isEqualTo("HEARTBEAT_ACK");
  }

  @Test
  void anUnexpectedInitIsAnsweredWithANewTagAndChangesNothing() {
    InitChunk init = new InitChunk(Scripted.FIELDS, List.of());
    byte[] first = peer.reply(Packets.of(0, init));
    byte[] second = peer.reply(Packets.of(0, init));
    InitAckChunk one = (InitAckChunk) Packets.control(first).get(0);
    InitAckChunk two = (InitAckChunk) Packets.control(second).get(0);
    assertThat(one.fields().initiateTag()).isNotEqualTo(two.fields().initiateTag());
    assertThat(one.fields().initiateTag()).isNotEqualTo(peer.tagOfSide());
    assertThat(peer.side.isEstablished()).isTrue();
  }

  @Test
  void anEndedAssociationAnswersAsIfThereWereNone() {
    Dialogue dialogue = Dialogue.established();
    Side a = dialogue.a;
    a.transport.abort("done", dialogue.now());
    dialogue.aLoses();
    dialogue.z.transport.open(io.webrtc4j.sctp.DataChannelParameters.reliable("x"), dialogue.now());
    assertThat(dialogue.zSends()).isEqualTo("DATA");
    assertThat(dialogue.aSends()).isEqualTo("ABORT");
    assertThat(dialogue.z.has(DataChannelEvent.Failed.class)).isTrue();
  }
}
