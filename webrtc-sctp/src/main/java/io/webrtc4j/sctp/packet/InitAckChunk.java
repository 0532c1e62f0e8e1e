package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/** INIT ACK (RFC 9260 §3.3.3). */
public record InitAckChunk(InitFields fields, List<Parameter> parameters) implements ControlChunk {
  /** Reads the value of an INIT ACK chunk. */
  public static InitAckChunk parse(ByteReader value) throws DecodeException {
    return new InitAckChunk(InitFields.parse(value), Parameters.parse(value));
  }

  @Override
  public int type() {
    return ChunkType.INIT_ACK;
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
