package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/** INIT (RFC 9260 §3.3.2). */
public record InitChunk(InitFields fields, List<Parameter> parameters) implements ControlChunk {
  /** Reads the value of an INIT chunk. */
  public static InitChunk parse(ByteReader value) throws DecodeException {
    return new InitChunk(InitFields.parse(value), Parameters.parse(value));
  }

  @Override
  public int type() {
    return ChunkType.INIT;
  }

  @Override
  public int valueLength() {
    return InitFields.LENGTH + Tlv.lengthOf(parameters);
  }

  @Override
  public void writeValue(ByteWriter out) {
    fields.write(out);
    Tlv.writeAll(parameters, out);
  }
}
