package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.HeartbeatAckChunk;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.PacketChecksum;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.packet.ShutdownChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** SCTP packets: header, chunks, parameters and error causes, read, written and read again. */
public final class SctpPacketTarget implements Target {
  private static final byte[] HEADER =
      Growing.bytes(0x13, 0x88, 0x13, 0x88, 1, 2, 3, 4, 0, 0, 0, 0);

  @Override
  public String name() {
    return "sctp-packet";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    PacketBuffer packet = PacketBuffer.wrap(input);
    PacketHeader.parse(packet);
    new PacketChecksum().verify(packet);
    ChunkReader chunks = new ChunkReader(packet);
    DataChunk data = new DataChunk();
    while (chunks.next()) {
      if (chunks.type() == ChunkType.DATA) {
        data.wrap(chunks);
        data.payload();
      } else {
        readTwice(chunks);
      }
    }
  }

  private static void readTwice(ChunkReader chunks) throws DecodeException {
    ControlChunk chunk = parse(chunks.type(), chunks.flags(), chunks.value());
    if (chunk == null) {
      return;
    }
    PacketBuffer written = PacketBuffer.allocate(HEADER.length + chunk.paddedLength(), 0);
    written.put(HEADER);
    chunk.write(written);
    ChunkReader again = new ChunkReader(written);
    if (!again.next() || !chunk.equals(parse(again.type(), again.flags(), again.value()))) {
      throw new IllegalStateException(chunk + " is not read again");
    }
  }

  private static ControlChunk parse(int type, int flags, ByteReader value) throws DecodeException {
    return switch (type) {
      case ChunkType.INIT -> InitChunk.parse(value);
      case ChunkType.INIT_ACK -> InitAckChunk.parse(value);
      case ChunkType.SACK -> SackChunk.parse(value);
      case ChunkType.HEARTBEAT -> HeartbeatChunk.parse(value);
      case ChunkType.HEARTBEAT_ACK -> HeartbeatAckChunk.parse(value);
      case ChunkType.ABORT -> AbortChunk.parse(flags, value);
      case ChunkType.SHUTDOWN -> ShutdownChunk.parse(value);
      case ChunkType.ERROR -> ErrorChunk.parse(value);
      case ChunkType.COOKIE_ECHO -> CookieEchoChunk.parse(value);
      case ChunkType.RE_CONFIG -> ReConfigChunk.parse(value);
      case ChunkType.FORWARD_TSN -> ForwardTsnChunk.parse(value);
      default -> null;
    };
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice, and written.
    return 3 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    Conversations.Link link = Conversations.sctp();
    List<byte[]> seeds = new ArrayList<>(link.sent());
    seeds.addAll(Conversations.sctpDialogue(link));
    seeds.add(packet(Growing.bytes(192, 0, 0, 16, 0, 0, 0, 9, 0, 1, 0, 2, 0, 3, 0, 4)));
    seeds.add(packet(Growing.bytes(6, 1, 0, 12, 0, 12, 0, 6, 'n', 'o', 0, 0)));
    seeds.add(packet(Growing.bytes(9, 0, 0, 12, 0, 1, 0, 8, 0, 7, 0, 0)));
    seeds.add(packet(Growing.bytes(3, 0, 0, 20, 0, 0, 0, 9, 0, 0, 9, 9, 0, 1, 0, 0, 0, 2, 0, 3)));
    return seeds;
  }

  static byte[] packet(byte[] chunks) {
    return Growing.repeated(HEADER, chunks, HEADER.length + chunks.length);
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "empty chunks", size -> packets(Growing.bytes(200, 0, 0, 4), size),
        "small DATA chunks",
            size ->
                packets(
                    Growing.bytes(0, 3, 0, 17, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 51, 1, 0, 0, 0),
                    size),
        "gap blocks", size -> oneChunk(ChunkType.SACK, new byte[12], new byte[4], size),
        "streams to skip", size -> oneChunk(ChunkType.FORWARD_TSN, new byte[4], new byte[4], size),
        "parameters of INIT",
            size -> oneChunk(ChunkType.INIT, init(), Growing.bytes(0xc0, 1, 0, 4), size),
        "causes", size -> oneChunk(ChunkType.ERROR, new byte[0], Growing.bytes(0, 99, 0, 4), size));
  }

  private static byte[] init() {
    return Growing.bytes(0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1);
  }

  private static byte[] packets(byte[] chunk, int size) {
    return Growing.repeated(HEADER, chunk, size);
  }

  /** One chunk with {@code head} and as many of {@code element} as go in. */
  static byte[] oneChunk(int type, byte[] head, byte[] element, int size) {
    byte[] start = new byte[HEADER.length + 4 + head.length];
    System.arraycopy(HEADER, 0, start, 0, HEADER.length);
    start[HEADER.length] = (byte) type;
    System.arraycopy(head, 0, start, HEADER.length + 4, head.length);
    byte[] packet = Growing.repeated(start, element, size);
    int elements = (packet.length - start.length) / 4;
    if (type == ChunkType.SACK) {
      Growing.with16(packet, HEADER.length + 12, elements);
    }
    return Growing.with16(packet, HEADER.length + 2, packet.length - HEADER.length);
  }
}
