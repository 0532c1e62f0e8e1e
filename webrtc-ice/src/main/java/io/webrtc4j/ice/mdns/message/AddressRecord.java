package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address of a host: A (RFC 1035 §3.4.1) or AAAA (RFC 3596 §2.1).
 *
 * @param name the host
 * @param cacheFlush whether the host has no other of this type (RFC 6762 §10.2)
 * @param ttlSeconds how long it holds; 0 says good-bye
 * @param address the address
 */
public record AddressRecord(DnsName name, boolean cacheFlush, long ttlSeconds, InetAddress address)
    implements DnsRecord {
  private static final int IPV4_LENGTH = 4;
  private static final int IPV6_LENGTH = 16;

  static AddressRecord parse(RecordHeader header, ByteReader data) throws DecodeException {
    int expected = header.type() == DnsType.A ? IPV4_LENGTH : IPV6_LENGTH;
    if (data.remaining() != expected) {
      throw new DecodeException(
          "an address has " + expected + " bytes, this one " + data.remaining());
    }
    return new AddressRecord(
        header.name(), header.cacheFlush(), header.ttlSeconds(), address(data.rest()));
  }

  /** The type of a record that tells {@code address}. */
  public static int typeOf(InetAddress address) {
    return address instanceof Inet4Address ? DnsType.A : DnsType.AAAA;
  }

  @Override
  public int type() {
    return typeOf(address);
  }

  @Override
  public void write(MessageWriter writer) {
    RecordHeader.ofInternet(name, type(), cacheFlush, ttlSeconds).write(writer);
    writer.counted(() -> writer.fields().bytes(address.getAddress()));
  }

  private static InetAddress address(byte[] bytes) throws DecodeException {
    try {
      // InetAddress would make an IPv4 address of an IPv4-mapped one.
      return bytes.length == IPV6_LENGTH
          ? Inet6Address.getByAddress(null, bytes, -1)
          : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new DecodeException("an address of " + bytes.length + " bytes");
    }
  }
}
