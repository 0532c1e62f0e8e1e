package io.webrtc4j.netty;

import io.webrtc4j.world.MulticastLink;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The network interfaces of this machine. */
final class Interfaces {
  private Interfaces() {}

  /** The addresses of those that are up. */
  static List<InetAddress> addresses() throws SocketException {
    List<InetAddress> addresses = new ArrayList<>();
    try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
      for (NetworkInterface each : interfaces.toList()) {
        if (isUp(each)) {
          each.inetAddresses().forEach(addresses::add);
        }
      }
    }
    return addresses;
  }

  /** Those that are up and take part in multicast: not loopback, as a rule, and not tunnels. */
  static List<MulticastLink> multicastLinks() throws SocketException {
    List<MulticastLink> links = new ArrayList<>();
    try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
      for (NetworkInterface each : interfaces.toList()) {
        if (isUp(each) && takesPartInMulticast(each)) {
          links.add(SystemLink.of(each));
        }
      }
    }
    return links;
  }

  private static boolean takesPartInMulticast(NetworkInterface candidate) {
    try {
      return candidate.supportsMulticast() && !candidate.isPointToPoint();
    } catch (SocketException e) {
      return false; // It went away while we were asking.
    }
  }

  private static boolean isUp(NetworkInterface candidate) {
    try {
      return candidate.isUp();
    } catch (SocketException e) {
      return false; // It went away while we were asking.
    }
  }
}
