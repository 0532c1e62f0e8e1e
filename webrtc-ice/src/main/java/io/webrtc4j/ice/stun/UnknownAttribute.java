package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;

/**
 * An attribute that this codec does not know, or has no use for; its value is not kept.
 *
 * @param type the attribute's type
 * @param length the value's length in bytes
 */
public record UnknownAttribute(int type, int length) implements StunAttribute {

  static UnknownAttribute parse(int type, ByteReader value) {
    return new UnknownAttribute(type, value.remaining());
  }

  /** Whether who does not know this attribute has to refuse the message (RFC 8489 §14). */
  public boolean isComprehensionRequired() {
    return type < COMPREHENSION_OPTIONAL;
  }

  /** Writes zeros in place of the value. */
  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    writer.zeros(length);
  }
}
