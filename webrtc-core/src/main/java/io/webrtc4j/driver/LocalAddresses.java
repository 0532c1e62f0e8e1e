package io.webrtc4j.driver;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;

/** Chooses among a machine's addresses those that make host candidates (RFC 8445 §5.1.1.1). */
final class LocalAddresses {
  /** A machine with more (containers, tunnels) gains nothing by offering all of them. */
  private static final int MAX_ADDRESSES = 16;

  // RFC 8421 §4: IPv6 before IPv4, and what reaches further before loopback.
  private static final Comparator<InetAddress> PREFERRED_FIRST =
      Comparator.comparing(InetAddress::isLoopbackAddress)
          .thenComparing(address -> !(address instanceof Inet6Address));

  private LocalAddresses() {}

  /** Those of {@code all} that {@code policy} admits, the most preferred first. */
  static List<InetAddress> choose(List<InetAddress> all, GatheringPolicy policy) {
    return all.stream()
        .filter(address -> isUsable(address, policy))
        .sorted(PREFERRED_FIRST)
        .limit(MAX_ADDRESSES)
        .toList();
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
