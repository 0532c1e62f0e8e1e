package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** Invalid Mandatory Parameter (RFC 9260 §3.3.10.7). */
public record InvalidMandatoryParameter() implements ErrorCause {
  @Override
  public int type() {
    return CauseCode.INVALID_MANDATORY_PARAMETER;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
