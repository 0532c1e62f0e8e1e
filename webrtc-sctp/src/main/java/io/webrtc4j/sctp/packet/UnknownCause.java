package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** A cause of a code that we don't know. */
public record UnknownCause(int type, OpaqueBytes value) implements ErrorCause {
  @Override
  public int valueLength() {
    return value.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    value.write(out);
  }
}
