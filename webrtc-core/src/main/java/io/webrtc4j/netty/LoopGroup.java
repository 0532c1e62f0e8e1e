package io.webrtc4j.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The machine's world: connections are spread over a set of event loops in turn. */
public class LoopGroup implements World {
  private static final long QUIET_PERIOD_MILLIS = 0;
  private static final long SHUTDOWN_LIMIT_MILLIS = 5_000;

  private final EventLoopGroup group;
  private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();

  /** Loops on {@code threads} daemon threads, started when first used. */
  public LoopGroup(int threads) {
    this.group =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("webrtc4j-io", true), NioIoHandler.newFactory());
  }

  @Override
  public Loop nextLoop() {
    return new NettyLoop(group.next());
  }

  @Override
  public List<InetAddress> localAddresses() throws SocketException {
    return Interfaces.addresses();
  }

  @Override
  public List<MulticastLink> multicastLinks() throws SocketException {
    return Interfaces.multicastLinks();
  }

  @Override
  public <T> T shared(Class<T> type, Supplier<T> maker) {
    return type.cast(shared.computeIfAbsent(type, any -> maker.get()));
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public RandomGenerator newRandom() {
    return new SecureRandom();
  }

  /** Ends the threads within five seconds. */
  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for daemon threads.
  protected final void shutdown() {
    group.shutdownGracefully(QUIET_PERIOD_MILLIS, SHUTDOWN_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
  }
}
