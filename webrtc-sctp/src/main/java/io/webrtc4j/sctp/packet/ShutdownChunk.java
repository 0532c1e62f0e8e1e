package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/** SHUTDOWN (RFC 9260 §3.3.8). */
public record ShutdownChunk(int cumulativeTsnAck) implements ControlChunk {
  private static final int VALUE_LENGTH = 4;

  /** Reads the value of a SHUTDOWN chunk. */
  public static ShutdownChunk parse(ByteReader value) throws DecodeException {
    return new ShutdownChunk(value.i32());
  }

  @Override
  public int type() {
    return ChunkType.SHUTDOWN;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(cumulativeTsnAck);
  }
}
