package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * SOFTWARE (RFC 8489 §14.14): what the sender runs, for diagnosis.
 *
 * @param value name and version
 */
public record Software(String value) implements StunAttribute {
  static final int TYPE = 0x8022;

  static Software parse(ByteReader value) throws DecodeException {
    return new Software(Text.parse("SOFTWARE", value));
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    writer.bytes(Text.encode(value));
  }
}
