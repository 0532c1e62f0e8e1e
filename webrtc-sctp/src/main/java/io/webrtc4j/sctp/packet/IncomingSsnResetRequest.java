package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * Incoming SSN Reset Request (RFC 6525 §4.2).
 *
 * @param streams the receiver's outgoing streams that it shall reset; none means all
 */
public record IncomingSsnResetRequest(int requestSequenceNumber, List<Integer> streams)
    implements Parameter {
  private static final int FIXED_LENGTH = 4;

  static IncomingSsnResetRequest parse(ByteReader value) throws DecodeException {
    return new IncomingSsnResetRequest(value.i32(), StreamNumbers.parse(value));
  }

  @Override
  public int type() {
    return ParameterType.INCOMING_SSN_RESET_REQUEST;
  }

  @Override
  public int valueLength() {
    return FIXED_LENGTH + streams.size() * StreamNumbers.BYTES_EACH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(requestSequenceNumber);
    StreamNumbers.write(streams, out);
  }
}
