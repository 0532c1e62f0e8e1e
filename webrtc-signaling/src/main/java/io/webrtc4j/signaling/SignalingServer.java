package io.webrtc4j.signaling;

import io.webrtc4j.signaling.netty.Listener;
import io.webrtc4j.signaling.netty.ServerSettings;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signalling server. In two lines:
 *
 * <pre>{@code
 * try (SignalingServer server = SignalingServer.builder().port(8080).build().start()) {
 *   System.in.read();
 * }
 * }</pre>
 *
 * <p>It runs on one event loop thread of its own, which keeps the JVM alive until {@link #close}.
 * The methods may be called from any thread.
 */
public final class SignalingServer implements AutoCloseable {
  private final String host;
  private final int port;
  private final ServerSettings settings;
  private boolean isStarted;
  private @Nullable Listener listener;
  private @Nullable InetSocketAddress address;

  SignalingServer(String host, int port, ServerSettings settings) {
    this.host = host;
    this.port = port;
    this.settings = settings;
  }

  /** Settings to change, all of which have defaults. */
  public static SignalingServerBuilder builder() {
    return new SignalingServerBuilder();
  }

  /**
   * Starts listening, at every address that the host's name has; blocks until it does.
   *
   * @return this server
   * @throws PortInUseException if something else listens at the port
   * @throws ServerStartException if the server can't listen for another reason
   * @throws IllegalStateException if it was started before
   */
  public synchronized SignalingServer start() {
    if (isStarted) {
      throw new IllegalStateException("A server starts once; build another one.");
    }
    InetAddress[] addresses = resolve();
    Listener started = new Listener(settings, new SecureRandom());
    try {
      InetSocketAddress first = bind(started, new InetSocketAddress(addresses[0], port));
      for (InetAddress other : List.of(addresses).subList(1, addresses.length)) {
        bindOther(started, new InetSocketAddress(other, first.getPort()));
      }
      address = first;
      listener = started;
      isStarted = true;
      return this;
    } catch (ServerStartException e) {
      started.close();
      throw e;
    }
  }

  /**
   * Where the server listens, with its real port.
   *
   * @throws IllegalStateException if it was not started
   */
  public synchronized InetSocketAddress address() {
    if (address == null) {
      throw new IllegalStateException("The server has no address before start().");
    }
    return address;
  }

  /**
   * Where WebSockets connect, such as {@code ws://localhost:8080/signal}.
   *
   * @throws IllegalStateException if it was not started
   */
  public URI uri() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("ws://" + name + ":" + address().getPort() + settings.path());
  }

  /**
   * Stops listening, closes every connection with code 1001, and ends the server's threads. Waits
   * for up to a few seconds for clients to say goodbye. Does nothing the second time, or before
   * {@link #start}.
   */
  @Override
  public void close() {
    Listener closed;
    synchronized (this) {
      closed = listener;
      listener = null;
    }
    if (closed != null) {
      closed.close();
    }
  }

  private InetAddress[] resolve() {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new ServerStartException(
          "The host name "
              + host
              + " has no address. Use localhost, 0.0.0.0 for all interfaces, or an address of this"
              + " machine.",
          e);
    }
  }

  /**
   * A name's further addresses (localhost often has one of IPv6) are listened at where this machine
   * has them, for else a browser could reach another program at one of them.
   */
  private void bindOther(Listener started, InetSocketAddress other) {
    if (!isOfThisMachine(other)) {
      return;
    }
    try {
      bind(started, other);
    } catch (PortInUseException e) {
      if (port != 0) {
        throw e;
      }
      // The port was chosen by the first address alone; nobody counts on the others.
    }
  }

  // The cause may be any checked exception: Netty throws undeclared what its future failed with.
  @SuppressWarnings("InterruptedExceptionSwallowed")
  private InetSocketAddress bind(Listener started, InetSocketAddress wanted) {
    try {
      return started.bind(wanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerStartException("The server was interrupted while it started.", e);
    } catch (BindException e) {
      if (isOfThisMachine(wanted)) {
        throw new PortInUseException(host, wanted.getPort(), e);
      }
      throw new ServerStartException(
          host + " is not an address of this machine. Use localhost, or 0.0.0.0 for all.", e);
    } catch (Exception e) {
      throw new ServerStartException(
          "The server can't listen at port "
              + wanted.getPort()
              + " of "
              + host
              + ": "
              + e.getMessage()
              + ". Ports below 1024 may need privileges; choose another, or 0 for any free one.",
          e);
    }
  }

  private static boolean isOfThisMachine(InetSocketAddress address) {
    try {
      return address.getAddress().isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address.getAddress()) != null;
    } catch (SocketException e) {
      return false;
    }
  }
}
