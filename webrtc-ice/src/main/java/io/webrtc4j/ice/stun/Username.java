package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * USERNAME (RFC 8489 §14.3): whose credentials the message integrity was made with.
 *
 * @param value the name; in ICE the receiver's fragment, a colon, the sender's (RFC 8445 §7.2.2)
 */
public record Username(String value) implements StunAttribute {
  static final int TYPE = 0x0006;

  static Username parse(ByteReader value) throws DecodeException {
    return new Username(Text.parse("USERNAME", value));
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
