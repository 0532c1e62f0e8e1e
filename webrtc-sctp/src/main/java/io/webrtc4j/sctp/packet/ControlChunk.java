package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.PacketBuffer;

/** Any chunk but DATA, as a value. Each has a static {@code parse} as well. */
public sealed interface ControlChunk
    permits InitChunk,
        InitAckChunk,
        SackChunk,
        HeartbeatChunk,
        HeartbeatAckChunk,
        AbortChunk,
        ShutdownChunk,
        ShutdownAckChunk,
        ErrorChunk,
        CookieEchoChunk,
        CookieAckChunk,
        ShutdownCompleteChunk,
        ReConfigChunk,
        ForwardTsnChunk {

  /** The number from {@link ChunkType}. */
  int type();

  /** The chunk's flags. */
  default int flags() {
    return 0;
  }

  /** Bytes behind the chunk's header, without padding at the end. */
  int valueLength();

  /** Appends what stands behind the chunk's header. */
  void writeValue(ByteWriter out);

  /** Bytes that the chunk takes in a packet, with its padding. */
  default int paddedLength() {
    return Padding.padded(ChunkReader.HEADER_LENGTH + valueLength());
  }

  /** Appends the chunk with its padding. */
  default void write(PacketBuffer packet) {
    ByteWriter out = ByteWriter.into(packet);
    out.u8(type()).u8(flags()).u16(ChunkReader.HEADER_LENGTH + valueLength());
    writeValue(out);
    out.padTo(ChunkReader.HEADER_LENGTH);
  }
}
