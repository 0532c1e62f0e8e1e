package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * ICE-CONTROLLING (RFC 8445 §16.1): the sender is in the controlling role.
 *
 * @param tieBreaker unsigned, 64 bits
 */
public record IceControlling(long tieBreaker) implements StunAttribute {
  static final int TYPE = 0x802a;

  static IceControlling parse(ByteReader value) throws DecodeException {
    IceControlling parsed = new IceControlling(value.i64());
    StunAttribute.requireEnd("ICE-CONTROLLING", value);
    return parsed;
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    writer.u64(tieBreaker);
  }
}
