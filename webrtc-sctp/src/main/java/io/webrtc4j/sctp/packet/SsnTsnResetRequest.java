package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/** SSN/TSN Reset Request (RFC 6525 §4.3). */
public record SsnTsnResetRequest(int requestSequenceNumber) implements Parameter {
  private static final int VALUE_LENGTH = 4;

  static SsnTsnResetRequest parse(ByteReader value) throws DecodeException {
    return new SsnTsnResetRequest(value.i32());
  }

  @Override
  public int type() {
    return ParameterType.SSN_TSN_RESET_REQUEST;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(requestSequenceNumber);
  }
}
