package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packets for tests: built from chunks, and taken apart again. */
public final class Packets {
  private Packets() {}

  /** A packet with a right checksum between ports 5000. */
  public static byte[] of(int verificationTag, ControlChunk... chunks) {
    int length = PacketHeader.LENGTH;
    for (ControlChunk chunk : chunks) {
      length += chunk.paddedLength();
    }
    PacketBuffer packet = PacketBuffer.allocate(length, 0);
    new PacketHeader(5000, 5000, verificationTag).write(packet);
    for (ControlChunk chunk : chunks) {
      chunk.write(packet);
    }
    return finish(packet);
  }

  /** A packet with one DATA chunk. */
  public static byte[] data(
      int verificationTag, int flags, int tsn, int stream, int ssn, int ppid, byte[] payload) {
    int length = PacketHeader.LENGTH + DataChunk.HEADER_LENGTH + Padding.padded(payload.length);
    PacketBuffer packet = PacketBuffer.allocate(length, 0);
    new PacketHeader(5000, 5000, verificationTag).write(packet);
    DataChunk.writeHeader(packet, flags, tsn, stream, ssn, ppid, payload.length);
    DataChunk.writePayload(packet, payload, 0, payload.length);
    return finish(packet);
  }

  /** A packet whose chunks are the given bytes. */
  public static byte[] raw(int verificationTag, byte[] chunks) {
    PacketBuffer packet = PacketBuffer.allocate(PacketHeader.LENGTH + chunks.length, 0);
    new PacketHeader(5000, 5000, verificationTag).write(packet);
    packet.put(chunks);
    return finish(packet);
  }

  /** {@code packet} with its checksum made right. */
  public static byte[] finish(PacketBuffer packet) {
    new PacketChecksum().fill(packet);
    return packet.toByteArray();
  }

  /** The verification tag. */
  public static int tag(byte[] packet) {
    try {
      return PacketHeader.parse(PacketBuffer.wrap(packet)).verificationTag();
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
  }

  /** The types of the chunks inside. */
  public static List<Integer> types(byte[] packet) {
    List<Integer> types = new ArrayList<>();
    try {
      ChunkReader chunks = new ChunkReader(PacketBuffer.wrap(packet));
      while (chunks.next()) {
        types.add(chunks.type());
      }
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    return types;
  }

  /** The chunks inside that are not DATA. */
  public static List<ControlChunk> control(byte[] packet) {
    List<ControlChunk> control = new ArrayList<>();
    try {
      ChunkReader chunks = new ChunkReader(PacketBuffer.wrap(packet));
      while (chunks.next()) {
        if (chunks.type() != ChunkType.DATA) {
          control.add(parse(chunks.type(), chunks.flags(), chunks.value()));
        }
      }
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    return control;
  }

  /** Parses one chunk, as the association does. */
  public static ControlChunk parse(int type, int flags, ByteReader value) throws DecodeException {
    return switch (type) {
      case ChunkType.INIT -> InitChunk.parse(value);
      case ChunkType.INIT_ACK -> InitAckChunk.parse(value);
      case ChunkType.SACK -> SackChunk.parse(value);
      case ChunkType.HEARTBEAT -> HeartbeatChunk.parse(value);
      case ChunkType.HEARTBEAT_ACK -> HeartbeatAckChunk.parse(value);
      case ChunkType.ABORT -> AbortChunk.parse(flags, value);
      case ChunkType.SHUTDOWN -> ShutdownChunk.parse(value);
      case ChunkType.SHUTDOWN_ACK -> new ShutdownAckChunk();
      case ChunkType.ERROR -> ErrorChunk.parse(value);
      case ChunkType.COOKIE_ECHO -> CookieEchoChunk.parse(value);
      case ChunkType.COOKIE_ACK -> new CookieAckChunk();
      case ChunkType.SHUTDOWN_COMPLETE -> ShutdownCompleteChunk.parse(flags);
      case ChunkType.RE_CONFIG -> ReConfigChunk.parse(value);
      case ChunkType.FORWARD_TSN -> ForwardTsnChunk.parse(value);
      default -> throw new DecodeException("chunk type " + type);
    };
  }

  /** The names of the chunks inside, joined by plus signs. */
  public static String describe(byte[] packet) {
    return String.join("+", types(packet).stream().map(Packets::name).toList());
  }

  private static String name(int type) {
    return switch (type) {
      case ChunkType.DATA -> "DATA";
      case ChunkType.INIT -> "INIT";
      case ChunkType.INIT_ACK -> "INIT_ACK";
      case ChunkType.SACK -> "SACK";
      case ChunkType.HEARTBEAT -> "HEARTBEAT";
      case ChunkType.HEARTBEAT_ACK -> "HEARTBEAT_ACK";
      case ChunkType.ABORT -> "ABORT";
      case ChunkType.SHUTDOWN -> "SHUTDOWN";
      case ChunkType.SHUTDOWN_ACK -> "SHUTDOWN_ACK";
      case ChunkType.ERROR -> "ERROR";
      case ChunkType.COOKIE_ECHO -> "COOKIE_ECHO";
      case ChunkType.COOKIE_ACK -> "COOKIE_ACK";
      case ChunkType.SHUTDOWN_COMPLETE -> "SHUTDOWN_COMPLETE";
      case ChunkType.RE_CONFIG -> "RE_CONFIG";
      case ChunkType.FORWARD_TSN -> "FORWARD_TSN";
      default -> "chunk " + type;
    };
  }
}
