package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Supported Extensions (RFC 5061 §4.2.7).
 *
 * @param chunkTypes the types of chunk that the sender understands beyond RFC 9260's
 */
public record SupportedExtensions(List<Integer> chunkTypes) implements Parameter {
  static SupportedExtensions parse(ByteReader value) throws DecodeException {
    List<Integer> types = new ArrayList<>();
    while (value.hasRemaining()) {
      types.add(value.u8());
    }
    return new SupportedExtensions(List.copyOf(types));
  }

  @Override
  public int type() {
    return ParameterType.SUPPORTED_EXTENSIONS;
  }

  @Override
  public int valueLength() {
    return chunkTypes.size();
  }

  @Override
  public void writeValue(ByteWriter out) {
    for (int chunkType : chunkTypes) {
      out.u8(chunkType);
    }
  }
}
