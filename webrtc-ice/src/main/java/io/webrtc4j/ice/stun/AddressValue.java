package io.webrtc4j.ice.stun;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The value that MAPPED-ADDRESS and XOR-MAPPED-ADDRESS have in common (RFC 8489 §14.1, §14.2). */
final class AddressValue {
  private static final int FAMILY_IPV4 = 0x01;
  private static final int FAMILY_IPV6 = 0x02;
  private static final int IPV4_LENGTH = 4;
  private static final int IPV6_LENGTH = 16;

  private AddressValue() {}

  /** Parses with every byte of port and address XORed with {@code mask}. */
  static InetSocketAddress parse(ByteReader value, byte[] mask) throws DecodeException {
    value.skip(1);
    int family = value.u8();
    int port = value.u16() ^ port(mask);
    byte[] address = value.bytes(length(family));
    StunAttribute.requireEnd("a mapped address", value);
    apply(mask, address);
    return new InetSocketAddress(inetAddress(address), port);
  }

  static void write(ByteWriter writer, InetSocketAddress address, byte[] mask) {
    byte[] bytes = address.getAddress().getAddress().clone();
    apply(mask, bytes);
    writer.u8(0).u8(bytes.length == IPV4_LENGTH ? FAMILY_IPV4 : FAMILY_IPV6);
    writer.u16(address.getPort() ^ port(mask)).bytes(bytes);
  }

  private static int length(int family) throws DecodeException {
    return switch (family) {
      case FAMILY_IPV4 -> IPV4_LENGTH;
      case FAMILY_IPV6 -> IPV6_LENGTH;
      default -> throw new DecodeException("address family " + family + " is neither IPv4 nor 6");
    };
  }

  private static int port(byte[] mask) {
    return (mask[0] & 0xff) << 8 | (mask[1] & 0xff);
  }

  private static void apply(byte[] mask, byte[] address) {
    for (int i = 0; i < address.length; i++) {
      address[i] ^= mask[i];
    }
  }

  private static InetAddress inetAddress(byte[] address) throws DecodeException {
    try {
      // InetAddress would make an IPv4 address of an IPv4-mapped one.
      return address.length == IPV6_LENGTH
          ? Inet6Address.getByAddress(null, address, -1)
          : InetAddress.getByAddress(address);
    } catch (UnknownHostException impossible) {
      throw new DecodeException("an address of " + address.length + " bytes");
    }
  }
}
