package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** SHUTDOWN ACK (RFC 9260 §3.3.9). */
public record ShutdownAckChunk() implements ControlChunk {
  @Override
  public int type() {
    return ChunkType.SHUTDOWN_ACK;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
