package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.List;

/**
 * Outgoing SSN Reset Request (RFC 6525 §4.1).
 *
 * @param streams the sender's outgoing streams; none means all
 */
public record OutgoingSsnResetRequest(
    int requestSequenceNumber,
    int responseSequenceNumber,
    int senderLastAssignedTsn,
    List<Integer> streams)
    implements Parameter {
  private static final int FIXED_LENGTH = 12;

  /** Bytes of such a parameter with {@code streams} streams, with its header. */
  public static int length(int streams) {
    return HEADER_LENGTH + FIXED_LENGTH + streams * StreamNumbers.BYTES_EACH;
  }

  static OutgoingSsnResetRequest parse(ByteReader value) throws DecodeException {
    return new OutgoingSsnResetRequest(
        value.i32(), value.i32(), value.i32(), StreamNumbers.parse(value));
  }

  @Override
  public int type() {
    return ParameterType.OUTGOING_SSN_RESET_REQUEST;
  }

  @Override
  public int valueLength() {
    return FIXED_LENGTH + streams.size() * StreamNumbers.BYTES_EACH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(requestSequenceNumber).u32(responseSequenceNumber).u32(senderLastAssignedTsn);
    StreamNumbers.write(streams, out);
  }
}
