package io.webrtc4j.testkit;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What hosts and NATs are attached to: the internet, or the inside of a NAT. */
final class Segment {
  private final String name;
  private final VirtualTime time;
  private final Consumer<Transit> gateway;
  private final Map<InetAddress, Consumer<Transit>> stations = new HashMap<>();

  /** The internet, where who is not attached is nowhere. */
  Segment(String name, VirtualTime time) {
    this(name, time, transit -> transit.log().ended(PacketFate.NO_ROUTE, time.now()));
  }

  /** A network whose packets to elsewhere go through a gateway. */
  Segment(String name, VirtualTime time, Consumer<Transit> gateway) {
    this.name = name;
    this.time = time;
    this.gateway = gateway;
  }

  VirtualTime time() {
    return time;
  }

  void attach(InetAddress address, Consumer<Transit> station) {
    if (stations.putIfAbsent(address, station) != null) {
      throw new IllegalArgumentException(
          address.getHostAddress() + " is in use already on " + name);
    }
  }

  void detach(InetAddress address) {
    stations.remove(address);
  }

  void route(Transit transit) {
    stations.getOrDefault(transit.datagram().to().getAddress(), gateway).accept(transit);
  }
}
