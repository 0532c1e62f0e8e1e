package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/** RE-CONFIG (RFC 6525 §3.1). */
public record ReConfigChunk(List<Parameter> parameters) implements ControlChunk {
  /** Reads the value of a RE-CONFIG chunk. */
  public static ReConfigChunk parse(ByteReader value) throws DecodeException {
    return new ReConfigChunk(Parameters.parse(value));
  }

  @Override
  public int type() {
    return ChunkType.RE_CONFIG;
  }

  @Override
  public int valueLength() {
    return Tlv.lengthOf(parameters);
  }

  @Override
  public void writeValue(ByteWriter out) {
    Tlv.writeAll(parameters, out);
  }
}
