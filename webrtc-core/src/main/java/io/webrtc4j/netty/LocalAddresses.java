package io.webrtc4j.netty;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of this machine's interfaces that make host candidates (RFC 8445 §5.1.1.1), the
 * most preferred first.
 */
final class LocalAddresses {
  /** A machine with more (containers, tunnels) gains nothing by offering all of them. */
  private static final int MAX_ADDRESSES = 16;

  private LocalAddresses() {}

  /** Asks the system; takes a moment and therefore does not belong on an event loop. */
  static List<InetAddress> list(GatheringPolicy policy) throws SocketException {
    List<InetAddress> addresses = new ArrayList<>();
    try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
      for (NetworkInterface each : interfaces.toList()) {
        if (isUp(each)) {
          each.inetAddresses().filter(address -> isUsable(address, policy)).forEach(addresses::add);
        }
      }
    }
    // RFC 8421 §4: IPv6 before IPv4, and what reaches further before loopback.
    addresses.sort(
        Comparator.comparing(InetAddress::isLoopbackAddress)
            .thenComparing(address -> !(address instanceof Inet6Address)));
    return addresses.size() > MAX_ADDRESSES ? addresses.subList(0, MAX_ADDRESSES) : addresses;
  }

  private static boolean isUp(NetworkInterface candidate) {
    try {
      return candidate.isUp();
    } catch (SocketException e) {
      return false; // It went away while we were asking.
    }
  }

  private static boolean isUsable(InetAddress address, GatheringPolicy policy) {
    if (address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || address.isLinkLocalAddress()) {
      return false;
    }
    if (address.isLoopbackAddress() && !policy.includeLoopback()) {
      return false;
    }
    return policy.addressFilter().test(address);
  }
}
