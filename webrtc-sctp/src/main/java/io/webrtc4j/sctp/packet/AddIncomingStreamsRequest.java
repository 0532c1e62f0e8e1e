package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/** Add Incoming Streams Request (RFC 6525 §4.6). */
public record AddIncomingStreamsRequest(int requestSequenceNumber, int newStreams)
    implements Parameter {
  private static final int VALUE_LENGTH = 8;
  private static final int RESERVED = 2;

  static AddIncomingStreamsRequest parse(ByteReader value) throws DecodeException {
    return new AddIncomingStreamsRequest(value.i32(), value.u16());
  }

  @Override
  public int type() {
    return ParameterType.ADD_INCOMING_STREAMS_REQUEST;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(requestSequenceNumber).u16(newStreams).zeros(RESERVED);
  }
}
