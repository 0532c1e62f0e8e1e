package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/** Unrecognized Chunk Type, with the chunk in question (RFC 9260 §3.3.10.6). */
public record UnrecognizedChunkType(OpaqueBytes chunk) implements ErrorCause {
  static UnrecognizedChunkType parse(ByteReader value) {
    return new UnrecognizedChunkType(OpaqueBytes.of(value.rest()));
  }

  @Override
  public int type() {
    return CauseCode.UNRECOGNIZED_CHUNK_TYPE;
  }

  @Override
  public int valueLength() {
    return chunk.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    chunk.write(out);
  }
}
