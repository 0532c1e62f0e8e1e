package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import java.util.List;

/**
 * ABORT (RFC 9260 §3.3.7).
 *
 * @param tagReflected the T bit: the packet carries its sender's own verification tag
 */
public record AbortChunk(boolean tagReflected, List<ErrorCause> causes) implements ControlChunk {
  static final int T_BIT = 1;

  /** Reads an ABORT chunk, whose causes may be malformed: it is an ABORT all the same. */
  public static AbortChunk parse(int flags, ByteReader value) {
    return new AbortChunk((flags & T_BIT) != 0, ErrorCauses.parseLeniently(value));
  }

  @Override
  public int type() {
    return ChunkType.ABORT;
  }

  @Override
  public int flags() {
    return tagReflected ? T_BIT : 0;
  }

  @Override
  public int valueLength() {
    return Tlv.lengthOf(causes);
  }

  @Override
  public void writeValue(ByteWriter out) {
    Tlv.writeAll(causes, out);
  }
}
