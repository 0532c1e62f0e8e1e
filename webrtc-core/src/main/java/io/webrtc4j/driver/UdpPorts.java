package io.webrtc4j.driver;

import io.webrtc4j.world.Loop;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The UDP ports of one connection, one for each local address. Lives on its loop. */
final class UdpPorts {
  private final Loop loop;
  private final UdpListener listener;
  private final GatheringPolicy policy;
  private final Map<InetSocketAddress, UdpPort> byLocalAddress = new LinkedHashMap<>();
  private boolean closed;

  UdpPorts(Loop loop, UdpListener listener, GatheringPolicy policy) {
    this.loop = loop;
    this.listener = listener;
    this.policy = policy;
  }

  @Nullable UdpPort at(InetSocketAddress local) {
    return byLocalAddress.get(local);
  }

  /**
   * Binds {@code address} to a port of the policy's range.
   *
   * @param startPort the port to try first, or 0 for any
   * @param bound told the port, or null if it is not needed any more
   * @param failed told why none can be had
   */
  void bind(
      InetAddress address,
      int startPort,
      Consumer<@Nullable UdpPort> bound,
      Consumer<Throwable> failed) {
    bind(address, startPort, portCount(), bound, failed);
  }

  private void bind(
      InetAddress address,
      int number,
      int attemptsLeft,
      Consumer<@Nullable UdpPort> bound,
      Consumer<Throwable> failed) {
    loop.bind(
        new InetSocketAddress(address, number),
        listener,
        new Loop.BindOutcome() {
          @Override
          public void bound(UdpPort port) {
            bound.accept(adopt(port));
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
  }

  private @Nullable UdpPort adopt(UdpPort port) {
    if (closed) {
      port.close();
      return null;
    }
    byLocalAddress.put(port.local(), port);
    return port;
  }

  private int portCount() {
    return policy.minPort() == 0 ? 1 : policy.maxPort() - policy.minPort() + 1;
  }

  private int nextPort(int port) {
    return port == policy.maxPort() ? policy.minPort() : port + 1;
  }
}
