package io.webrtc4j.driver;

import io.webrtc4j.world.Loop;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The UDP ports of one connection, one for each transport and local address. Lives on its loop. */
final class UdpPorts {
  private final Loop loop;
  private final UdpListener listener;
  private final GatheringPolicy policy;
  private final Map<InetSocketAddress, UdpPort> byLocalAddress = new LinkedHashMap<>();
  private final Map<InetSocketAddress, Integer> transports = new HashMap<>();
  private final Map<Pending, List<Asker>> pending = new HashMap<>();
  private boolean closed;

  /** A port that is on its way. */
  private record Pending(int transport, InetAddress address) {}

  /** Who waits for it. */
  private record Asker(Consumer<@Nullable UdpPort> bound, Consumer<Throwable> failed) {}

  UdpPorts(Loop loop, UdpListener listener, GatheringPolicy policy) {
    this.loop = loop;
    this.listener = listener;
    this.policy = policy;
  }

  @Nullable UdpPort at(InetSocketAddress local) {
    return byLocalAddress.get(local);
  }

  /** Whether {@code local} can take a datagram now; there being no such port is no hindrance. */
  boolean isReady(InetSocketAddress local) {
    UdpPort port = byLocalAddress.get(local);
    return port == null || port.isWritable();
  }

  /** The port that {@code transport} has on {@code address}, or null. */
  @Nullable UdpPort of(int transport, InetAddress address) {
    for (UdpPort port : byLocalAddress.values()) {
      if (port.local().getAddress().equals(address)
          && Integer.valueOf(transport).equals(transports.get(port.local()))) {
        return port;
      }
    }
    return null;
  }

  /** Whether any transport has a port on {@code address}. */
  boolean uses(InetAddress address) {
    return byLocalAddress.keySet().stream().anyMatch(each -> each.getAddress().equals(address));
  }

  /** Gives the port at {@code local} back. */
  void release(InetSocketAddress local) {
    UdpPort port = byLocalAddress.remove(local);
    transports.remove(local);
    if (port != null) {
      port.close();
    }
  }

  /**
   * Binds {@code address} to a port of the policy's range. Who asks while that goes on already gets
   * the same port.
   *
   * @param transport whose port it will be
   * @param startPort the port to try first, or 0 for any
   * @param bound told the port, or null if it is not needed any more
   * @param failed told why none can be had
   */
  void bind(
      int transport,
      InetAddress address,
      int startPort,
      Consumer<@Nullable UdpPort> bound,
      Consumer<Throwable> failed) {
    Pending key = new Pending(transport, address);
    List<Asker> askers = pending.computeIfAbsent(key, any -> new ArrayList<>());
    askers.add(new Asker(bound, failed));
    if (askers.size() > 1) {
      return;
    }
    bind(
        address,
        startPort,
        portCount(),
        port -> {
          pending.remove(key);
          UdpPort adopted = adopt(port, transport);
          askers.forEach(each -> each.bound().accept(adopted));
        },
        cause -> {
          pending.remove(key);
          askers.forEach(each -> each.failed().accept(cause));
        });
  }

  private void bind(
      InetAddress address,
      int number,
      int attemptsLeft,
      Consumer<UdpPort> bound,
      Consumer<Throwable> failed) {
    loop.bind(
        new InetSocketAddress(address, number),
        listener,
        new Loop.BindOutcome() {
          @Override
          public void bound(UdpPort port) {
            bound.accept(port);
          }

          @Override
          public void failed(Throwable cause) {
            if (attemptsLeft > 1) {
              bind(address, nextPort(number), attemptsLeft - 1, bound, failed);
            } else {
              failed.accept(cause);
            }
          }
        });
  }

  void flush() {
    byLocalAddress.values().forEach(UdpPort::flush);
  }

  void close() {
    closed = true;
    byLocalAddress.values().forEach(UdpPort::close);
    byLocalAddress.clear();
    transports.clear();
  }

  private @Nullable UdpPort adopt(UdpPort port, int transport) {
    if (closed) {
      port.close();
      return null;
    }
    byLocalAddress.put(port.local(), port);
    transports.put(port.local(), transport);
    return port;
  }

  private int portCount() {
    return policy.minPort() == 0 ? 1 : policy.maxPort() - policy.minPort() + 1;
  }

  private int nextPort(int port) {
    return port == policy.maxPort() ? policy.minPort() : port + 1;
  }
}
