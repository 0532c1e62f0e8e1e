package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/**
 * HEARTBEAT (RFC 9260 §3.3.5).
 *
 * @param content the parameters, kept as they are so that the answer can carry them unchanged
 */
public record HeartbeatChunk(OpaqueBytes content) implements ControlChunk {
  /** Reads the value of a HEARTBEAT chunk. */
  public static HeartbeatChunk parse(ByteReader value) {
    return new HeartbeatChunk(OpaqueBytes.of(value.rest()));
  }

  /** A HEARTBEAT that carries {@code info}. */
  public static HeartbeatChunk with(HeartbeatInfo info) {
    ByteWriter out = ByteWriter.growing();
    info.write(out);
    return new HeartbeatChunk(OpaqueBytes.of(out.toByteArray()));
  }

  @Override
  public int type() {
    return ChunkType.HEARTBEAT;
  }

  @Override
  public int valueLength() {
    return content.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    content.write(out);
  }
}
