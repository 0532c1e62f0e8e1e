package io.webrtc4j.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Addresses from literals. */
final class Addresses {
  private Addresses() {}

  /** The address {@code ip}, which is a literal, so that nothing is looked up. */
  static InetSocketAddress at(String ip, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByName(ip), port);
    } catch (UnknownHostException notALiteral) {
      throw new AssertionError(notALiteral);
    }
  }
}
