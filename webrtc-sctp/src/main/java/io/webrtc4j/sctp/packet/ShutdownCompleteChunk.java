package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/**
 * SHUTDOWN COMPLETE (RFC 9260 §3.3.13).
 *
 * @param tagReflected the T bit: the packet carries its sender's own verification tag
 */
public record ShutdownCompleteChunk(boolean tagReflected) implements ControlChunk {
  /** Reads a SHUTDOWN COMPLETE chunk's flags. */
  public static ShutdownCompleteChunk parse(int flags) {
    return new ShutdownCompleteChunk((flags & AbortChunk.T_BIT) != 0);
  }

  @Override
  public int type() {
    return ChunkType.SHUTDOWN_COMPLETE;
  }

  @Override
  public int flags() {
    return tagReflected ? AbortChunk.T_BIT : 0;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
