package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.net.InetSocketAddress;

/**
 * MAPPED-ADDRESS (RFC 8489 §14.1), which only old servers send.
 *
 * @param address where the request came from
 */
public record MappedAddress(InetSocketAddress address) implements StunAttribute {
  static final int TYPE = 0x0001;

  private static final int LONGEST_ADDRESS = 16;
  private static final byte[] NO_MASK = new byte[LONGEST_ADDRESS];

  static MappedAddress parse(ByteReader value) throws DecodeException {
    return new MappedAddress(AddressValue.parse(value, NO_MASK));
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void writeValue(ByteWriter writer, TransactionId id) {
    AddressValue.write(writer, address, NO_MASK);
  }
}
