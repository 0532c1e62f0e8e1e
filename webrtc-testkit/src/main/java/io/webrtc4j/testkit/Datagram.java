package io.webrtc4j.testkit;

import java.net.InetSocketAddress;

/**
 * A UDP datagram on its way. NATs make others of it.
 *
 * @param from where it comes from
 * @param to where it goes
 * @param payload what it carries; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity; the array is not copied.
public record Datagram(InetSocketAddress from, InetSocketAddress to, byte[] payload) {
  private static final int IPV4_AND_UDP_HEADERS = 20 + 8;
  private static final int IPV6_AND_UDP_HEADERS = 40 + 8;
  private static final int IPV4_LENGTH = 4;

  private static final int MULTICAST_DNS_PORT = 5353;

  /** What it is, by its first bytes, or its port if that is multicast DNS'. */
  public PacketKind kind() {
    return to.getPort() == MULTICAST_DNS_PORT || from.getPort() == MULTICAST_DNS_PORT
        ? PacketKind.MULTICAST_DNS
        : PacketKind.of(payload);
  }

  boolean isMulticast() {
    return to.getAddress().isMulticastAddress();
  }

  /** Its size with the headers of UDP and IP, which counts for rates and MTUs. */
  public int bytesOnTheWire() {
    return payload.length
        + (to.getAddress().getAddress().length == IPV4_LENGTH
            ? IPV4_AND_UDP_HEADERS
            : IPV6_AND_UDP_HEADERS);
  }

  Datagram from(InetSocketAddress other) {
    return new Datagram(other, to, payload);
  }

  Datagram to(InetSocketAddress other) {
    return new Datagram(from, other, payload);
  }

  @Override
  public String toString() {
    return text(from) + " -> " + text(to) + " " + kind() + " " + payload.length + " bytes";
  }

  static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
