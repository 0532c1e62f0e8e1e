package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** Out of Resource (RFC 9260 §3.3.10.4). */
public record OutOfResource() implements ErrorCause {
  @Override
  public int type() {
    return CauseCode.OUT_OF_RESOURCE;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
