package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * NONCE (RFC 8489 §14.10), of the long-term credential mechanism.
 *
 * @param value the nonce
 */
public record Nonce(String value) implements StunAttribute {
  static final int TYPE = 0x0015;

  static Nonce parse(ByteReader value) throws DecodeException {
    return new Nonce(Text.parse("NONCE", value));
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
