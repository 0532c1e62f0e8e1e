package io.webrtc4j.ice;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Addresses for people, without a name lookup. */
final class AddressText {
  private AddressText() {}

  static String of(InetSocketAddress address) {
    if (address.isUnresolved()) {
      return address.getHostString() + ":" + address.getPort();
    }
    String ip = address.getAddress().getHostAddress();
    return (address.getAddress() instanceof Inet6Address ? "[" + ip + "]" : ip)
        + ":"
        + address.getPort();
  }
}
