package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/** No User Data, with the TSN of the empty DATA chunk (RFC 9260 §3.3.10.9). */
public record NoUserData(int tsn) implements ErrorCause {
  private static final int VALUE_LENGTH = 4;

  static NoUserData parse(ByteReader value) throws DecodeException {
    return new NoUserData(value.i32());
  }

  @Override
  public int type() {
    return CauseCode.NO_USER_DATA;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(tsn);
  }
}
