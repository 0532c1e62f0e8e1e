package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * Re-configuration Response (RFC 6525 §4.4). The two TSNs that answer an SSN/TSN reset are read
 * over: we never ask for one.
 *
 * @param result one of the numbers below, or one unknown to us
 */
public record ReConfigResponse(int responseSequenceNumber, int result) implements Parameter {
  public static final int SUCCESS_NOTHING_TO_DO = 0;
  public static final int SUCCESS_PERFORMED = 1;
  public static final int DENIED = 2;
  public static final int ERROR_WRONG_SSN = 3;
  public static final int ERROR_REQUEST_ALREADY_IN_PROGRESS = 4;
  public static final int ERROR_BAD_SEQUENCE_NUMBER = 5;
  public static final int IN_PROGRESS = 6;

  private static final int VALUE_LENGTH = 8;

  static ReConfigResponse parse(ByteReader value) throws DecodeException {
    return new ReConfigResponse(value.i32(), value.i32());
  }

  @Override
  public int type() {
    return ParameterType.RE_CONFIG_RESPONSE;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(responseSequenceNumber).u32(result);
  }
}
