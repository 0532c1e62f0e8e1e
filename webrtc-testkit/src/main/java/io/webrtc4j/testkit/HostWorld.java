package io.webrtc4j.testkit;

import io.webrtc4j.EventLoops;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A virtual host as the world of connections. */
final class HostWorld implements EventLoops, World {
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private static final long WAIT_LIMIT_NANOS = Deadline.seconds(3600);

  private final VirtualTime time;
  private final HostLoop loop;
  private final HostPorts ports;
  private final SplittableRandom random;
  private final Map<Class<?>, Object> shared = new HashMap<>();

  HostWorld(VirtualTime time, HostLoop loop, HostPorts ports, SplittableRandom random) {
    this.time = time;
    this.loop = loop;
    this.ports = ports;
    this.random = random;
  }

  @Override
  public Loop nextLoop() {
    return loop;
  }

  @Override
  public List<InetAddress> localAddresses() {
    return ports.addresses();
  }

  @Override
  public List<MulticastLink> multicastLinks() {
    return ports.multicastLinks();
  }

  @Override
  public <T> T shared(Class<T> type, Supplier<T> maker) {
    Object known = shared.get(type);
    if (known == null) {
      known = maker.get();
      shared.put(type, known);
    }
    return type.cast(known);
  }

  @Override
  public Instant now() {
    return EPOCH.plusNanos(time.now());
  }

  @Override
  public boolean waitInstead(BooleanSupplier done, long limitNanos) {
    Duration limit = Duration.ofNanos(Math.min(limitNanos, WAIT_LIMIT_NANOS));
    boolean unused = time.run(done, limit);
    return true;
  }

  @Override
  public RandomGenerator newRandom() {
    return random.split();
  }

  @Override
  public void close() {
    // There are no threads to end.
  }
}
