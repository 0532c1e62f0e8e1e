package io.webrtc4j;

import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What goes beyond the W3C: sockets, threads and limits. Immutable; any number of connections may
 * share one.
 */
public final class PeerSettings {
  private static final int MAX_PORT = 65_535;
  private static final long DEFAULT_MAX_MESSAGE_SIZE = 262_144;
  private static final long LARGEST_MESSAGE = Integer.MAX_VALUE / 2;

  private final boolean includeLoopback;
  private final Predicate<InetAddress> addressFilter;
  private final int minPort;
  private final int maxPort;
  private final boolean hideHostAddresses;
  private final EventLoops eventLoops;
  private final Executor callbackExecutor;
  private final long maxMessageSize;
  private final boolean receiveSimulcast;

  private PeerSettings(Builder builder) {
    this.includeLoopback = builder.includeLoopback;
    this.addressFilter = builder.addressFilter;
    this.minPort = builder.minPort;
    this.maxPort = builder.maxPort;
    this.hideHostAddresses = builder.hideHostAddresses;
    this.eventLoops = builder.eventLoops == null ? EventLoops.shared() : builder.eventLoops;
    this.callbackExecutor =
        builder.callbackExecutor == null ? SharedCallbacks.EXECUTOR : builder.callbackExecutor;
    this.maxMessageSize = builder.maxMessageSize;
    this.receiveSimulcast = builder.receiveSimulcast;
  }

  /** What suits most programs. */
  public static PeerSettings defaults() {
    return builder().build();
  }

  /** A builder that begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether candidates on 127.0.0.1 and ::1 are gathered. */
  public boolean includeLoopback() {
    return includeLoopback;
  }

  /** Which local addresses may become candidates. */
  public Predicate<InetAddress> addressFilter() {
    return addressFilter;
  }

  /** The lowest local UDP port to use; 0 for any. */
  public int minPort() {
    return minPort;
  }

  /** The highest local UDP port to use; 0 for any. */
  public int maxPort() {
    return maxPort;
  }

  /** Whether host candidates have random names instead of addresses. */
  public boolean hideHostAddresses() {
    return hideHostAddresses;
  }

  /** The I/O threads. */
  public EventLoops eventLoops() {
    return eventLoops;
  }

  World world() {
    return (World) eventLoops; // The builder has looked.
  }

  /** Where listeners run. */
  public Executor callbackExecutor() {
    return callbackExecutor;
  }

  /** The largest data channel message accepted from the peer, in bytes. */
  public long maxMessageSize() {
    return maxMessageSize;
  }

  /** Whether the versions of a peer's simulcast are all accepted. */
  public boolean receiveSimulcast() {
    return receiveSimulcast;
  }

  /** Collects settings; each has a default. */
  public static final class Builder {
    private boolean includeLoopback;
    private Predicate<InetAddress> addressFilter = address -> true;
    private int minPort;
    private int maxPort;
    private boolean hideHostAddresses;
    private @Nullable EventLoops eventLoops;
    private @Nullable Executor callbackExecutor;
    private long maxMessageSize = DEFAULT_MAX_MESSAGE_SIZE;
    private boolean receiveSimulcast;

    private Builder() {}

    /**
     * Gathers candidates on loopback addresses too, for peers on the same machine; false by
     * default.
     */
    public Builder includeLoopback(boolean includeLoopback) {
      this.includeLoopback = includeLoopback;
      return this;
    }

    /** Gathers candidates only on addresses that {@code filter} accepts; all by default. */
    public Builder addressFilter(Predicate<InetAddress> filter) {
      this.addressFilter = Objects.requireNonNull(filter);
      return this;
    }

    /** Binds local UDP ports from {@code min} to {@code max}; the system chooses by default. */
    public Builder portRange(int min, int max) {
      if (min < 1 || max > MAX_PORT || min > max) {
        throw new IllegalArgumentException(
            "ports range from 1 to " + MAX_PORT + ", lowest first, not " + min + " to " + max);
      }
      this.minPort = min;
      this.maxPort = max;
      return this;
    }

    /**
     * Gives host candidates random names instead of addresses, as browsers do: {@code
     * <uuid>.local}, another one for each address and connection, which peers on the same local
     * network resolve by multicast DNS and others don't learn anything from
     * (draft-ietf-mmusic-mdns-ice-candidates); false by default. Loopback addresses, which tell
     * nothing, stay.
     */
    public Builder hideHostAddresses(boolean hideHostAddresses) {
      this.hideHostAddresses = hideHostAddresses;
      return this;
    }

    /** The I/O threads; {@link EventLoops#shared()} by default. */
    public Builder eventLoops(EventLoops eventLoops) {
      if (!(eventLoops instanceof World)) {
        throw new IllegalArgumentException(
            "event loops come from EventLoops.shared(), EventLoops.create() or the testkit");
      }
      this.eventLoops = eventLoops;
      return this;
    }

    /**
     * Where listeners run and futures complete: one at a time for each connection. They may block,
     * if the executor has threads for the other connections; by default on a cached pool of daemon
     * threads.
     */
    public Builder callbackExecutor(Executor executor) {
      this.callbackExecutor = Objects.requireNonNull(executor);
      return this;
    }

    /** The largest message accepted from the peer, in bytes; 262144 by default, at most 1 GiB. */
    public Builder maxMessageSize(long bytes) {
      if (bytes < 1 || bytes > LARGEST_MESSAGE) {
        throw new IllegalArgumentException(
            "the largest message must have from 1 byte to " + LARGEST_MESSAGE + ", not " + bytes);
      }
      this.maxMessageSize = bytes;
      return this;
    }

    /**
     * Accepts all versions of a medium that a peer offers to send (RFC 8853), as those do who
     * choose among them for others; each frame then says by its {@code rid} which it is. False by
     * default: the peer sends one version, as to a browser.
     */
    public Builder receiveSimulcast(boolean receiveSimulcast) {
      this.receiveSimulcast = receiveSimulcast;
      return this;
    }

    /** The settings. */
    public PeerSettings build() {
      return new PeerSettings(this);
    }
  }

  private static final class SharedCallbacks {
    private static final Executor EXECUTOR =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "webrtc4j-callbacks");
              thread.setDaemon(true);
              return thread;
            });
  }
}
