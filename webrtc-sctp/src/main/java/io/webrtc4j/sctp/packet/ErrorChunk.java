package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import java.util.List;

/** ERROR (RFC 9260 §3.3.10). */
public record ErrorChunk(List<ErrorCause> causes) implements ControlChunk {
  /** Reads the value of an ERROR chunk, up to the first malformed cause. */
  public static ErrorChunk parse(ByteReader value) {
    return new ErrorChunk(ErrorCauses.parseLeniently(value));
  }

  @Override
  public int type() {
    return ChunkType.ERROR;
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
