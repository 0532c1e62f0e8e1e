package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;

/** Takes a message apart, with the checks of RFC 8489 §6.3 that need no knowledge of its usage. */
final class StunParser {
  /** More attributes than any usage has; a flood of empty ones must stay cheap. */
  static final int MAX_ATTRIBUTES = 64;

  private static final int TYPE_RESERVED_BITS = 0xc000;
  private static final int ALIGNMENT_MASK = 3;

  private final TransactionId id;
  private final List<StunAttribute> attributes = new ArrayList<>();
  private boolean sha1Seen;
  private boolean sha256Seen;
  private boolean fingerprintSeen;

  private StunParser(TransactionId id) {
    this.id = id;
  }

  static StunMessage parse(PacketBuffer packet) throws DecodeException {
    ByteReader reader = new ByteReader(packet);
    int type = reader.u16();
    if ((type & TYPE_RESERVED_BITS) != 0) {
      throw new DecodeException("the first two bits are not 0");
    }
    int length = reader.u16();
    if (reader.i32() != StunMessage.MAGIC_COOKIE) {
      throw new DecodeException("the magic cookie is missing");
    }
    TransactionId id = TransactionId.parse(reader);
    if ((length & ALIGNMENT_MASK) != 0 || length != reader.remaining()) {
      throw new DecodeException(
          "length is " + length + ", " + reader.remaining() + " bytes follow");
    }
    StunParser parser = new StunParser(id);
    while (reader.hasRemaining()) {
      parser.attribute(reader);
    }
    return new StunMessage(
        StunClass.ofType(type), StunClass.methodOfType(type), id, parser.attributes);
  }

  private void attribute(ByteReader reader) throws DecodeException {
    int type = reader.u16();
    int length = reader.u16();
    ByteReader value = reader.slice(length);
    reader.skip(TlvScan.padded(length) - length);
    if (fingerprintSeen) {
      throw new DecodeException("an attribute follows FINGERPRINT");
    }
    if (type == Fingerprint.TYPE) {
      fingerprint(length);
    } else if (type == IntegrityAlgorithm.SHA1.attributeType) {
      sha1(length);
    } else if (type == IntegrityAlgorithm.SHA256.attributeType) {
      sha256Seen = true;
    } else if (!sha1Seen && !sha256Seen) {
      // RFC 8489 §9: what follows the integrity is ignored.
      add(StunAttribute.parse(type, value, id));
    }
  }

  private void add(StunAttribute attribute) throws DecodeException {
    if (attributes.size() == MAX_ATTRIBUTES) {
      throw new DecodeException("more than " + MAX_ATTRIBUTES + " attributes");
    }
    attributes.add(attribute);
  }

  private void fingerprint(int length) throws DecodeException {
    if (length != Fingerprint.VALUE_LENGTH) {
      throw new DecodeException("FINGERPRINT has " + length + " bytes");
    }
    fingerprintSeen = true;
  }

  private void sha1(int length) throws DecodeException {
    if (length != IntegrityAlgorithm.SHA1.macLength) {
      throw new DecodeException("MESSAGE-INTEGRITY has " + length + " bytes");
    }
    sha1Seen = true;
  }
}
