package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/** COOKIE ECHO (RFC 9260 §3.3.11). */
public record CookieEchoChunk(OpaqueBytes cookie) implements ControlChunk {
  /** Reads the value of a COOKIE ECHO chunk. */
  public static CookieEchoChunk parse(ByteReader value) {
    return new CookieEchoChunk(OpaqueBytes.of(value.rest()));
  }

  @Override
  public int type() {
    return ChunkType.COOKIE_ECHO;
  }

  @Override
  public int valueLength() {
    return cookie.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    cookie.write(out);
  }
}
