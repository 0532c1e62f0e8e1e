package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * REALM (RFC 8489 §14.9), of the long-term credential mechanism.
 *
 * @param value the realm
 */
public record Realm(String value) implements StunAttribute {
  static final int TYPE = 0x0014;

  static Realm parse(ByteReader value) throws DecodeException {
    return new Realm(Text.parse("REALM", value));
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
