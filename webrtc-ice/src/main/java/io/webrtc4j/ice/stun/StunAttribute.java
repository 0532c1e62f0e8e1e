package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;

/**
 * One attribute of a message (RFC 8489 §14). Message integrity and fingerprint are not among them:
 * {@link MessageIntegrity} and {@link Fingerprint} work on the message's bytes.
 */
public sealed interface StunAttribute
    permits ErrorCode,
        IceControlled,
        IceControlling,
        MappedAddress,
        Nonce,
        Priority,
        Realm,
        Software,
        UnknownAttribute,
        UnknownAttributes,
        UseCandidate,
        Username,
        XorMappedAddress {

  /** Types from here on may be ignored by who does not know them (RFC 8489 §14). */
  int COMPREHENSION_OPTIONAL = 0x8000;

  /** The attribute's 16-bit type. */
  int type();

  /** Writes the value without header and padding, in a message with transaction {@code id}. */
  void writeValue(ByteWriter writer, TransactionId id);

  /** Parses the value of an attribute of {@code type}, all of {@code value}. */
  static StunAttribute parse(int type, ByteReader value, TransactionId id) throws DecodeException {
    return switch (type) {
      case MappedAddress.TYPE -> MappedAddress.parse(value);
      case Username.TYPE -> Username.parse(value);
      case ErrorCode.TYPE -> ErrorCode.parse(value);
      case UnknownAttributes.TYPE -> UnknownAttributes.parse(value);
      case Realm.TYPE -> Realm.parse(value);
      case Nonce.TYPE -> Nonce.parse(value);
      case XorMappedAddress.TYPE -> XorMappedAddress.parse(value, id);
      case Priority.TYPE -> Priority.parse(value);
      case UseCandidate.TYPE -> UseCandidate.parse(value);
      case Software.TYPE -> Software.parse(value);
      case IceControlled.TYPE -> IceControlled.parse(value);
      case IceControlling.TYPE -> IceControlling.parse(value);
      default -> UnknownAttribute.parse(type, value);
    };
  }

  /** Checks that an attribute's value was read to its end. */
  static void requireEnd(String name, ByteReader value) throws DecodeException {
    if (value.hasRemaining()) {
      throw new DecodeException(name + " is " + value.remaining() + " bytes too long");
    }
  }
}
