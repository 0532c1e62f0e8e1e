package io.webrtc4j.examples.demo;

import io.webrtc4j.PeerSettings;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** Which of this machine's addresses the JVM offers to pages. */
final class LocalAddresses {
  private LocalAddresses() {}

  /** Loopback addresses are offered where there are no others; networks come and go. */
  static PeerSettings settings() {
    return PeerSettings.builder().includeLoopback(!hasOthers()).build();
  }

  private static boolean hasOthers() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LocalAddresses::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .anyMatch(LocalAddresses::isUseful);
    } catch (SocketException e) {
      return false;
    }
  }

  private static boolean isUp(NetworkInterface networkInterface) {
    try {
      return networkInterface.isUp();
    } catch (SocketException e) {
      return false;
    }
  }

  /** Link-local addresses are of no use without their zone, which candidates don't have. */
  private static boolean isUseful(InetAddress address) {
    return !address.isLoopbackAddress() && !address.isLinkLocalAddress();
  }
}
