package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** A parameter of a type that we don't know. */
public record UnknownParameter(int type, OpaqueBytes value) implements Parameter {
  @Override
  public int valueLength() {
    return value.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    value.write(out);
  }
}
