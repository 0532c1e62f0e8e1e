package io.webrtc4j.testkit;

import io.webrtc4j.world.Loop;
import io.webrtc4j.world.UdpListener;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
    VirtualPort port = new VirtualPort(this, local, listener);
    bound.put(local, port);
    outcome.bound(port);
  }

  void close(VirtualPort port) {
    bound.remove(port.local(), port);
  }

  void send(Datagram datagram) {
    Transit transit = new Transit(datagram, log.add(datagram, time.now()));
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

  /** From the downlink's end to the socket. */
  void arrived(Transit transit, boolean paused) {
    VirtualPort port = bound.get(transit.datagram().to());
    if (port == null) {
      ended(transit, PacketFate.PORT_CLOSED);
    } else if (!paused) {
      ended(transit, PacketFate.DELIVERED);
      port.deliver(transit.datagram());
    } else {
      ended(
          transit,
          port.hold(transit.datagram()) ? PacketFate.DELIVERED : PacketFate.RECEIVE_BUFFER_FULL);
    }
  }

  void releaseHeld(Consumer<Runnable> executor) {
    for (VirtualPort port : List.copyOf(bound.values())) {
      port.releaseHeld(executor);
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
}
