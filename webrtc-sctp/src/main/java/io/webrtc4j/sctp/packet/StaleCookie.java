package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * Stale Cookie (RFC 9260 §3.3.10.3).
 *
 * @param stalenessMicros how long ago the cookie expired, in microseconds
 */
public record StaleCookie(long stalenessMicros) implements ErrorCause {
  private static final int VALUE_LENGTH = 4;

  static StaleCookie parse(ByteReader value) throws DecodeException {
    return new StaleCookie(value.u32());
  }

  @Override
  public int type() {
    return CauseCode.STALE_COOKIE;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u32(stalenessMicros);
  }
}
