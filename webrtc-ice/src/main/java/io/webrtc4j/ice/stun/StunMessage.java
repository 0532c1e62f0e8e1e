package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A STUN message (RFC 8489 §5) without its integrity and fingerprint, which are computed when it is
 * written and verified on the bytes that came.
 *
 * @param messageClass request, indication or one of the responses
 * @param method 12 bits; {@link #BINDING} in ICE
 * @param transactionId what request and response have in common
 * @param attributes in the order in which they stand
 */
public record StunMessage(
    StunClass messageClass,
    int method,
    TransactionId transactionId,
    List<StunAttribute> attributes) {

  /** The Binding method. */
  public static final int BINDING = 0x001;

  /** The header's length in bytes. */
  public static final int HEADER_LENGTH = 20;

  /** What tells STUN from other protocols (RFC 8489 §5). */
  static final int MAGIC_COOKIE = 0x2112a442;

  private static final int LENGTH_OFFSET = 2;

  /** Copies the attributes. */
  public StunMessage {
    attributes = List.copyOf(attributes);
  }

  /**
   * Parses all of {@code packet}.
   *
   * @throws DecodeException if it is not a well-formed STUN message
   */
  public static StunMessage parse(PacketBuffer packet) throws DecodeException {
    return StunParser.parse(packet);
  }

  /** The first attribute of the kind {@code type}: what counts if there are several. */
  public <T extends StunAttribute> Optional<T> first(Class<T> type) {
    for (StunAttribute attribute : attributes) {
      if (type.isInstance(attribute)) {
        return Optional.of(type.cast(attribute));
      }
    }
    return Optional.empty();
  }

  /** The types of the attributes that must be understood and are not. */
  public List<Integer> unknownRequiredTypes() {
    List<Integer> types = new ArrayList<>();
    for (StunAttribute attribute : attributes) {
      if (attribute instanceof UnknownAttribute unknown && unknown.isComprehensionRequired()) {
        types.add(unknown.type());
      }
    }
    return types;
  }

  /** The message's bytes with a fingerprint and without integrity. */
  public byte[] toBytes() {
    return withFingerprint(writeAttributes());
  }

  /** The message's bytes with an integrity that {@code key} makes, and a fingerprint. */
  public byte[] toBytes(IntegrityAlgorithm algorithm, IntegrityKey key) {
    ByteWriter writer = writeAttributes();
    byte[] content = writer.toByteArray();
    byte[] mac = MessageIntegrity.compute(content, 0, content.length, algorithm, key);
    writer.u16(algorithm.attributeType).u16(mac.length).bytes(mac);
    return withFingerprint(writer);
  }

  private static byte[] withFingerprint(ByteWriter writer) {
    writer.patch16(LENGTH_OFFSET, writer.length() - HEADER_LENGTH + Fingerprint.LENGTH);
    byte[] content = writer.toByteArray();
    writer.u16(Fingerprint.TYPE).u16(Fingerprint.VALUE_LENGTH);
    writer.u32(Fingerprint.compute(content, 0, content.length));
    return writer.toByteArray();
  }

  private ByteWriter writeAttributes() {
    ByteWriter writer = ByteWriter.growing();
    writer.u16(messageClass.typeWith(method)).u16(0).u32(MAGIC_COOKIE);
    transactionId.write(writer);
    for (StunAttribute attribute : attributes) {
      ByteWriter value = ByteWriter.growing();
      attribute.writeValue(value, transactionId);
      writer.u16(attribute.type()).u16(value.length());
      writer.bytes(value.toByteArray()).padTo(TlvScan.HEADER_LENGTH);
    }
    return writer;
  }
}
