package io.webrtc4j.netty;

import io.webrtc4j.world.MulticastLink;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.List;

/**
 * An interface of this machine with what it was configured with when it was asked.
 *
 * @param networkInterface the interface
 * @param prefixes its addresses and how many of their first bits its networks have in common
 */
record SystemLink(NetworkInterface networkInterface, List<Prefix> prefixes)
    implements MulticastLink {

  /** An address and the length in bits of its network's prefix. */
  record Prefix(InetAddress address, int length) {

    static Prefix of(InterfaceAddress configured) {
      return new Prefix(configured.getAddress(), configured.getNetworkPrefixLength());
    }

    boolean contains(InetAddress other) {
      byte[] ours = address.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length || length <= 0) {
        return false;
      }
      for (int bit = 0; bit < Math.min(length, ours.length * Byte.SIZE); bit++) {
        int mask = 0x80 >> bit % Byte.SIZE;
        if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  static SystemLink of(NetworkInterface networkInterface) {
    // An address that the system gives without its prefix is listed as null.
    List<Prefix> prefixes =
        networkInterface.getInterfaceAddresses().stream()
            .filter(each -> each != null && each.getAddress() != null)
            .map(Prefix::of)
            .toList();
    return new SystemLink(networkInterface, prefixes);
  }

  @Override
  public List<InetAddress> addresses() {
    return prefixes.stream().map(Prefix::address).toList();
  }

  @Override
  public boolean contains(InetAddress address) {
    return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
  }

  @Override
  public String toString() {
    return networkInterface.getName();
  }
}
