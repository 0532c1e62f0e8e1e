package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** COOKIE ACK (RFC 9260 §3.3.12). */
public record CookieAckChunk() implements ControlChunk {
  @Override
  public int type() {
    return ChunkType.COOKIE_ACK;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
