package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** Missing Mandatory Parameter, with the types that are missing (RFC 9260 §3.3.10.2). */
public record MissingMandatoryParameter(List<Integer> types) implements ErrorCause {
  private static final int COUNT_LENGTH = 4;
  private static final int BYTES_EACH = 2;

  static MissingMandatoryParameter parse(ByteReader value) throws DecodeException {
    value.skip(COUNT_LENGTH);
    List<Integer> types = new ArrayList<>(value.remaining() / BYTES_EACH);
    while (value.hasRemaining()) {
      types.add(value.u16());
    }
    return new MissingMandatoryParameter(List.copyOf(types));
  }

  @Override
  public int type() {
    return CauseCode.MISSING_MANDATORY_PARAMETER;
  }

  @Override
  public int valueLength() {
    return COUNT_LENGTH + BYTES_EACH * types.size();
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(types.size());
    for (int type : types) {
      out.u16(type);
    }
  }
}
