package io.webrtc4j.testkit;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What hosts and NATs are attached to: the internet, or the inside of a NAT. Hosts on one segment
 * hear one another's multicast, as in a local network, and NATs don't pass it on.
 */
final class Segment {
  private final String name;
  private final VirtualTime time;
  private final Consumer<Transit> gateway;
  private final Map<InetAddress, Consumer<Transit>> stations = new HashMap<>();
  private final Map<InetAddress, Set<Consumer<Transit>>> members = new HashMap<>();

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

  /** Makes {@code station}, a host's, hear what is sent to {@code group}. */
  void join(InetAddress group, Consumer<Transit> station) {
    members.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(station);
  }

  void leave(InetAddress group, Consumer<Transit> station) {
    members.getOrDefault(group, Set.of()).remove(station);
  }

  boolean hasStation(InetAddress address) {
    return stations.containsKey(address);
  }

  void route(Transit transit) {
    InetAddress to = transit.datagram().to().getAddress();
    if (to.isMulticastAddress()) {
      multicast(transit, members.getOrDefault(to, Set.of()));
    } else {
      stations.getOrDefault(to, gateway).accept(transit);
    }
  }

  /** To all but the sender, whose own copy did not leave it. */
  private void multicast(Transit transit, Set<Consumer<Transit>> to) {
    Consumer<Transit> sender = stations.get(transit.datagram().from().getAddress());
    List<Consumer<Transit>> others = to.stream().filter(each -> !each.equals(sender)).toList();
    others.forEach(each -> each.accept(transit));
    if (others.isEmpty()) {
      transit.log().ended(PacketFate.NO_ROUTE, time.now());
    }
  }
}
