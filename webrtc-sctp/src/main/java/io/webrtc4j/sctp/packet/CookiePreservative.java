package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * Cookie Preservative (RFC 9260 §3.3.2.1.3).
 *
 * @param lifespanIncrementMillis how much longer the peer wants the cookie to live
 */
public record CookiePreservative(long lifespanIncrementMillis) implements Parameter {
  private static final int VALUE_LENGTH = 4;

  static CookiePreservative parse(ByteReader value) throws DecodeException {
    return new CookiePreservative(value.u32());
  }

  @Override
  public int type() {
    return ParameterType.COOKIE_PRESERVATIVE;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(lifespanIncrementMillis);
  }
}
