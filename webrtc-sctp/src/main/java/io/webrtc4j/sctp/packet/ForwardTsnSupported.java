package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteWriter;

/** Forward-TSN-Supported (RFC 3758 §3.1). */
public record ForwardTsnSupported() implements Parameter {
  @Override
  public int type() {
    return ParameterType.FORWARD_TSN_SUPPORTED;
  }

  @Override
  public int valueLength() {
    return 0;
  }

  @Override
  public void writeValue(ByteWriter out) {}
}
