package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * Unrecognized Parameter: tells the sender of an INIT what we did not know (RFC 9260 §3.3.3.1.2).
 */
public record UnrecognizedParameter(UnknownParameter parameter) implements Parameter {
  static UnrecognizedParameter parse(ByteReader value) throws DecodeException {
    TlvReader tlv = new TlvReader(value);
    if (!tlv.next()) {
      throw new DecodeException("an Unrecognized Parameter without a parameter");
    }
    return new UnrecognizedParameter(
        new UnknownParameter(tlv.type(), OpaqueBytes.of(tlv.value().rest())));
  }

  @Override
  public int type() {
    return ParameterType.UNRECOGNIZED_PARAMETER;
  }

  @Override
  public int valueLength() {
    return parameter.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    parameter.write(out);
  }
}
