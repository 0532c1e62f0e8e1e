package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/** Invalid Stream Identifier (RFC 9260 §3.3.10.1). */
public record InvalidStreamIdentifier(int streamId) implements ErrorCause {
  private static final int VALUE_LENGTH = 4;

  static InvalidStreamIdentifier parse(ByteReader value) throws DecodeException {
    return new InvalidStreamIdentifier(value.u16());
  }

  @Override
  public int type() {
    return CauseCode.INVALID_STREAM_IDENTIFIER;
  }

  @Override
  public int valueLength() {
    return VALUE_LENGTH;
  }

  @Override
  public void writeValue(ByteWriter out) {
    out.u16(streamId).u16(0);
  }
}
