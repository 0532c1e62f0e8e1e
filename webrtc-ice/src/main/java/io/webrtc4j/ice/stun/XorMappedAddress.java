package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.net.InetSocketAddress;

/**
 * XOR-MAPPED-ADDRESS (RFC 8489 §14.2).
 *
 * @param address where the request came from
 */
public record XorMappedAddress(InetSocketAddress address) implements StunAttribute {
  static final int TYPE = 0x0020;

  static XorMappedAddress parse(ByteReader value, TransactionId id) throws DecodeException {
    return new XorMappedAddress(AddressValue.parse(value, mask(id)));
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    AddressValue.write(writer, address, mask(id));
  }

  private static byte[] mask(TransactionId id) {
    ByteWriter mask = ByteWriter.growing().u32(StunMessage.MAGIC_COOKIE);
    id.write(mask);
    return mask.toByteArray();
  }
}
