package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * ICE-CONTROLLED (RFC 8445 §16.1): the sender is in the controlled role.
 *
 * @param tieBreaker unsigned, 64 bits
 */
public record IceControlled(long tieBreaker) implements StunAttribute {
  static final int TYPE = 0x8029;

  static IceControlled parse(ByteReader value) throws DecodeException {
    IceControlled parsed = new IceControlled(value.i64());
    StunAttribute.requireEnd("ICE-CONTROLLED", value);
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
