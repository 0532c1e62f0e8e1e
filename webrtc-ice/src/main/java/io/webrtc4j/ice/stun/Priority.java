package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * PRIORITY (RFC 8445 §16.1): the priority of the candidate that this check may reveal.
 *
 * @param value unsigned, 32 bits
 */
public record Priority(long value) implements StunAttribute {
  static final int TYPE = 0x0024;

  static Priority parse(ByteReader value) throws DecodeException {
    Priority parsed = new Priority(value.u32());
    StunAttribute.requireEnd("PRIORITY", value);
    return parsed;
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    writer.u32(value);
  }
}
