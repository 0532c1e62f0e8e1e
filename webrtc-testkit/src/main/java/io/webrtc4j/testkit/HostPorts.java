package io.webrtc4j.testkit;

import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A host's addresses and the sockets bound to them. */
final class HostPorts {
  /** RFC 6335 §6: the dynamic ports. */
  private static final int FIRST_DYNAMIC_PORT = 49_152;

  private static final int LAST_PORT = 65_535;

  private final VirtualTime time;
  private final Consumer<Transit> uplink;
  private final Consumer<Transit> downlink;
  private final PacketLog log;
  private final Map<InetAddress, Segment> addresses = new LinkedHashMap<>();
  private final Map<InetSocketAddress, VirtualPort> bound = new LinkedHashMap<>();
  private final List<GroupMembership> memberships = new ArrayList<>();
  private int nextPort = FIRST_DYNAMIC_PORT;

  HostPorts(VirtualTime time, PacketLog log, Consumer<Transit> uplink, Consumer<Transit> downlink) {
    this.time = time;
    this.log = log;
    this.uplink = uplink;
    this.downlink = downlink;
  }

  void addAddress(InetAddress address, Segment segment) {
    segment.attach(address, downlink);
    addresses.put(address, segment);
  }

  void removeAddress(InetAddress address) {
    Segment segment = addresses.remove(address);
    if (segment == null) {
      throw new IllegalArgumentException("the host does not have " + address.getHostAddress());
    }
    segment.detach(address);
  }

  List<InetAddress> addresses() {
    return List.copyOf(addresses.keySet());
  }

  void bind(InetSocketAddress wanted, UdpListener listener, Loop.BindOutcome outcome) {
    if (!addresses.containsKey(wanted.getAddress())) {
      outcome.failed(new BindException("the host does not have " + wanted.getAddress()));
      return;
    }
    InetSocketAddress local = wanted.getPort() == 0 ? free(wanted.getAddress()) : wanted;
    if (bound.containsKey(local)) {
      outcome.failed(new BindException(local + " is in use"));
      return;
    }
    VirtualPort port = new VirtualPort(this, local, local, listener);
    bound.put(local, port);
    outcome.bound(port);
  }

  List<MulticastLink> multicastLinks() {
    return addresses.values().stream()
        .distinct()
        .<MulticastLink>map(segment -> new VirtualMulticastLink(segment, addressesOn(segment)))
        .toList();
  }

  /** Ports of a group don't get in one another's way. */
  void bindGroup(
      VirtualMulticastLink link,
      InetSocketAddress group,
      UdpListener listener,
      Loop.BindOutcome outcome) {
    InetAddress source = link.sourceFor(group.getAddress());
    VirtualPort port =
        new VirtualPort(this, group, new InetSocketAddress(source, group.getPort()), listener);
    memberships.add(new GroupMembership(link.segment(), port));
    link.segment().join(group.getAddress(), downlink);
    outcome.bound(port);
  }

  /** How many ports are bound, those of groups among them. */
  int size() {
    return bound.size() + memberships.size();
  }

  void close(VirtualPort port) {
    bound.remove(port.local(), port);
    memberships.stream()
        .filter(each -> each.port.equals(port))
        .findFirst()
        .ifPresent(
            each -> {
              memberships.remove(each);
              if (memberships.stream().noneMatch(each::isSameGroup)) {
                each.segment.leave(port.local().getAddress(), downlink);
              }
            });
  }

  private List<InetAddress> addressesOn(Segment segment) {
    return addresses.keySet().stream().filter(a -> segment.equals(addresses.get(a))).toList();
  }

  void send(Datagram datagram) {
    Transit transit = new Transit(datagram, log.add(datagram, time.now()));
    if (datagram.isMulticast()) {
      // The host hears itself, too.
      VirtualTime.Scheduled unused = time.schedule(0, () -> downlink.accept(transit));
    }
    if (addresses.containsKey(datagram.from().getAddress())) {
      uplink.accept(transit);
    } else {
      ended(transit, PacketFate.NO_ROUTE);
    }
  }

  /** From the uplink's end to the network that the sender's address is of. */
  void route(Transit transit) {
    Segment segment = addresses.get(transit.datagram().from().getAddress());
    if (segment == null) {
      ended(transit, PacketFate.NO_ROUTE);
    } else {
      segment.route(transit);
    }
  }

  /** From the downlink's end to the sockets. */
  void arrived(Transit transit, boolean paused) {
    List<VirtualPort> ports = portsFor(transit.datagram());
    if (ports.isEmpty()) {
      ended(transit, PacketFate.PORT_CLOSED);
    }
    for (VirtualPort port : ports) {
      if (!paused) {
        ended(transit, PacketFate.DELIVERED);
        port.deliver(transit.datagram());
      } else {
        boolean held = port.hold(transit.datagram());
        ended(transit, held ? PacketFate.DELIVERED : PacketFate.RECEIVE_BUFFER_FULL);
      }
    }
  }

  private List<VirtualPort> portsFor(Datagram datagram) {
    if (!datagram.isMulticast()) {
      VirtualPort port = bound.get(datagram.to());
      return port == null ? List.of() : List.of(port);
    }
    return memberships.stream()
        .filter(each -> each.port.local().equals(datagram.to()))
        .filter(each -> each.segment.hasStation(datagram.from().getAddress()))
        .map(GroupMembership::port)
        .toList();
  }

  void releaseHeld(Consumer<Runnable> executor) {
    for (VirtualPort port : List.copyOf(bound.values())) {
      port.releaseHeld(executor);
    }
    for (GroupMembership membership : List.copyOf(memberships)) {
      membership.port.releaseHeld(executor);
    }
  }

  private InetSocketAddress free(InetAddress address) {
    for (int i = FIRST_DYNAMIC_PORT; i <= LAST_PORT; i++) {
      InetSocketAddress candidate = new InetSocketAddress(address, nextPort);
      nextPort = nextPort == LAST_PORT ? FIRST_DYNAMIC_PORT : nextPort + 1;
      if (!bound.containsKey(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("the host has no free port");
  }

  private void ended(Transit transit, PacketFate fate) {
    transit.log().ended(fate, time.now());
  }

  /** A port that hears a group on a segment. */
  private record GroupMembership(Segment segment, VirtualPort port) {
    boolean isSameGroup(GroupMembership other) {
      return segment.equals(other.segment)
          && port.local().getAddress().equals(other.port.local().getAddress());
    }
  }
}
