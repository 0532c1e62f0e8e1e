package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/** State Cookie (RFC 9260 §3.3.3.1.1). */
public record StateCookie(OpaqueBytes cookie) implements Parameter {
  static StateCookie parse(ByteReader value) {
    return new StateCookie(OpaqueBytes.of(value.rest()));
  }

  @Override
  public int type() {
    return ParameterType.STATE_COOKIE;
  }

  @Override
  public int valueLength() {
    return cookie.length();
  }

  @Override
  public void writeValue(ByteWriter out) {
    cookie.write(out);
  }
}
