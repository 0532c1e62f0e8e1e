package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** Unrecognized Parameters (RFC 9260 §3.3.10.8). */
public record UnrecognizedParameters(List<UnknownParameter> parameters) implements ErrorCause {
  static UnrecognizedParameters parse(ByteReader value) throws DecodeException {
    List<UnknownParameter> parameters = new ArrayList<>();
    TlvReader tlv = new TlvReader(value);
    while (tlv.next()) {
      parameters.add(new UnknownParameter(tlv.type(), OpaqueBytes.of(tlv.value().rest())));
    }
    return new UnrecognizedParameters(List.copyOf(parameters));
  }

  @Override
  public int type() {
    return CauseCode.UNRECOGNIZED_PARAMETERS;
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
