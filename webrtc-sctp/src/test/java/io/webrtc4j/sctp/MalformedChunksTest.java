package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieAckChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import io.webrtc4j.sctp.packet.HeartbeatAckChunk;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.OutgoingSsnResetRequest;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.packet.ShutdownAckChunk;
import io.webrtc4j.sctp.packet.ShutdownChunk;
import io.webrtc4j.sctp.packet.ShutdownCompleteChunk;
import io.webrtc4j.sctp.packet.StaleCookie;
import io.webrtc4j.sctp.packet.StateCookie;
import io.webrtc4j.sctp.packet.SupportedExtensions;
import io.webrtc4j.sctp.packet.UserInitiatedAbort;
import io.webrtc4j.sctp.testing.Scripted;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of chunk, cut off or with a length that lies, in an established association. */
class MalformedChunksTest {
  private static final int DATA_HEADER = 16;
  private static final HeartbeatChunk HEARTBEAT =
      new HeartbeatChunk(OpaqueBytes.of(new byte[] {0, 1, 0, 8, 1, 2, 3, 4}));

  /** A good chunk of a type. */
  private record Sample(String type, Function<Scripted, byte[]> chunk) {
    @Override
    public String toString() {
      return type;
    }
  }

  private static Stream<Sample> samples() {
    return Stream.of(
        new Sample("DATA", peer -> data(peer, new byte[5])),
        new Sample(
            "INIT",
            peer ->
                bytes(new InitChunk(Scripted.FIELDS, List.of(new SupportedExtensions(List.of()))))),
        new Sample(
            "INIT_ACK",
            peer ->
                bytes(
                    new InitAckChunk(
                        Scripted.FIELDS, List.of(new StateCookie(OpaqueBytes.of(new byte[9])))))),
        new Sample(
            "SACK",
            peer ->
                bytes(
                    new SackChunk(
                        peer.lastTsnOfSide(),
                        5_000,
                        new int[] {2, 3},
                        new int[] {peer.lastTsn()}))),
        new Sample("HEARTBEAT", peer -> bytes(MalformedChunksTest.HEARTBEAT)),
        new Sample(
            "HEARTBEAT_ACK",
            peer -> bytes(new HeartbeatAckChunk(OpaqueBytes.of(new byte[] {0, 1, 0, 8, 1})))),
        new Sample(
            "ABORT", peer -> bytes(new AbortChunk(false, List.of(new UserInitiatedAbort("why"))))),
        new Sample("SHUTDOWN", peer -> bytes(new ShutdownChunk(peer.lastTsnOfSide()))),
        new Sample("SHUTDOWN_ACK", peer -> bytes(new ShutdownAckChunk())),
        new Sample("ERROR", peer -> bytes(new ErrorChunk(List.of(new StaleCookie(5))))),
        new Sample("COOKIE_ECHO", peer -> bytes(new CookieEchoChunk(OpaqueBytes.of(new byte[70])))),
        new Sample("COOKIE_ACK", peer -> bytes(new CookieAckChunk())),
        new Sample("SHUTDOWN_COMPLETE", peer -> bytes(new ShutdownCompleteChunk(false))),
        new Sample(
            "RE_CONFIG",
            peer ->
                bytes(
                    new ReConfigChunk(
                        List.of(
                            new OutgoingSsnResetRequest(
                                Scripted.FIELDS.initialTsn(), 0, peer.lastTsn(), List.of(0, 2)))))),
        new Sample(
            "FORWARD_TSN",
            peer -> bytes(new ForwardTsnChunk(peer.nextTsn(), List.of(new Skipped(0, 1))))));
  }

  private static byte[] bytes(ControlChunk chunk) {
    PacketBuffer out = PacketBuffer.allocate(chunk.paddedLength(), 0);
    chunk.write(out);
    return out.toByteArray();
  }

  private static byte[] data(Scripted peer, byte[] payload) {
    byte[] packet = Packets.data(0, 3, peer.nextTsn(), 0, 1, 51, payload);
    return Arrays.copyOfRange(packet, 12, packet.length);
  }

  private static byte[] withLength(byte[] chunk, int length) {
    byte[] changed = chunk.clone();
    changed[2] = (byte) (length >>> 8);
    changed[3] = (byte) length;
    return changed;
  }

  private static Scripted peer() {
    Scripted peer = Scripted.established();
    peer.opensChannel(0);
    return peer;
  }

  /** Either the association lives as before, or it has ended with one reason and is silent. */
  private static void isSound(Scripted peer) {
    int packets = 0;
    while (peer.side.poll(peer.now()) != null) {
      assertThat(++packets).isLessThan(10);
    }
    if (peer.side.isEstablished()) {
      assertThat(peer.answers(Packets.of(peer.tagOfSide(), HEARTBEAT))).startsWith("HEARTBEAT_ACK");
    } else if (peer.side.transport.state() == SctpState.CLOSED) {
      assertThat(peer.side.events(DataChannelEvent.Failed.class)).hasSize(1);
      assertThat(peer.side.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void cutOffAtEveryByte(Sample sample) {
    byte[] whole = sample.chunk().apply(peer());
    for (int length = 4; length < whole.length; length++) {
      Scripted peer = peer();
      byte[] cut = Arrays.copyOf(sample.chunk().apply(peer), length);
      peer.sends(Packets.raw(peer.tagOfSide(), withLength(cut, length)));
      isSound(peer);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aLengthThatCannotBeIsDropped(Sample sample) {
    Scripted peer = peer();
    byte[] chunk = sample.chunk().apply(peer);
    int[] lengths = {0, 1, 2, 3, chunk.length + 1, chunk.length + 100, 0xffff};
    for (int length : lengths) {
      peer.sends(Packets.raw(peer.tagOfSide(), withLength(chunk, length)));
      assertThat(peer.side.poll(peer.now())).isNull();
    }
    assertThat(peer.side.transport.counters().packetsDropped()).isEqualTo(lengths.length);
    isSound(peer);
    assertThat(peer.side.isEstablished()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyBitTurned(Sample sample) {
    byte[] whole = sample.chunk().apply(peer());
    for (int bit = 0; bit < Math.min(whole.length, 40) * 8; bit++) {
      Scripted peer = peer();
      byte[] chunk = sample.chunk().apply(peer);
      chunk[bit / 8] ^= (byte) (1 << (bit % 8));
      peer.sends(Packets.raw(peer.tagOfSide(), chunk));
      isSound(peer);
    }
  }

  @Test
  void dataWithoutAWholeHeaderIsDropped() {
    Scripted peer = peer();
    for (int length = 4; length < DATA_HEADER; length++) {
      byte[] cut = Arrays.copyOf(data(peer, new byte[5]), length);
      peer.sends(Packets.raw(peer.tagOfSide(), withLength(cut, length)));
    }
    assertThat(peer.side.transport.counters().packetsDropped()).isEqualTo(DATA_HEADER - 4);
    assertThat(peer.control()).isEmpty();
    peer.sends(Packets.raw(peer.tagOfSide(), data(peer, new byte[5])));
    assertThat(peer.side.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
  }

  @Test
  void aSackWhoseCountsDoNotFitItsLengthIsDropped() {
    Scripted peer = peer();
    peer.side.transport.send(
        peer.side.events(DataChannelEvent.ChannelOffered.class).get(0).channel(),
        false,
        new byte[10],
        peer.now());
    peer.side.poll(peer.now());
    byte[] sack =
        bytes(new SackChunk(peer.lastTsnOfSide() + 1, 5_000, new int[] {2, 3}, new int[] {1}));
    for (int count = 12; count < 16; count++) {
      byte[] wrong = sack.clone();
      wrong[count]++;
      peer.sends(Packets.raw(peer.tagOfSide(), wrong));
    }
    assertThat(peer.side.transport.counters().packetsDropped()).isEqualTo(4);
    assertThat(peer.side.transport.counters().outstandingChunks()).isEqualTo(1);
  }

  @Test
  void aForwardTsnWithHalfAStreamIsDroppedWhole() {
    Scripted peer = peer();
    byte[] chunk =
        bytes(new ForwardTsnChunk(peer.nextTsn(), List.of(new Skipped(0, 1), new Skipped(2, 1))));
    peer.sends(Packets.raw(peer.tagOfSide(), withLength(chunk, chunk.length - 2)));
    assertThat(peer.side.transport.counters().packetsDropped()).isEqualTo(1);
    assertThat(peer.side.transport.counters().forwardTsnsReceived()).isZero();
    // The TSN is still missing, and can come.
    peer.sends(Packets.raw(peer.tagOfSide(), data(peer, new byte[5])));
    assertThat(peer.side.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
  }
}
