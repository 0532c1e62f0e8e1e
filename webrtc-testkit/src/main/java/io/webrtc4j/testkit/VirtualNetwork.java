package io.webrtc4j.testkit;

import io.webrtc4j.sim.LinkConditions;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * A network of hosts in virtual time. Connections of its hosts, their timers and their listeners
 * run while one of {@link #run}, {@link #runUntil} and {@link #await} does, on the calling thread,
 * and the clock jumps from one event to the next. The same seed gives the same run, packet for
 * packet.
 *
 * <p>The network, its hosts and their connections belong to the thread that made the network.
 */
public final class VirtualNetwork {
  private static final Duration AWAIT_LIMIT = Duration.ofHours(1);

  private final long seed;
  private final SplittableRandom random;
  private final VirtualTime time = new VirtualTime();
  private final PacketLog log = new PacketLog();
  private final Segment internet = new Segment("the internet", time);
  private final Map<String, VirtualHost> hosts = new LinkedHashMap<>();
  private LinkConditions conditions = LinkConditions.perfect();

  /** A network without hosts, whose chances come from {@code seed}. */
  public VirtualNetwork(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** The host of this name, made when it is asked for first; it has no address then. */
  public VirtualHost host(String name) {
    VirtualHost host = hosts.get(name);
    if (host == null) {
      host = new VirtualHost(this, name, random.split());
      hosts.put(name, host);
    }
    return host;
  }

  /** The hosts in the order in which they were made. */
  public Collection<VirtualHost> hosts() {
    return hosts.values();
  }

  /** A NAT with this address on the internet. */
  public VirtualNat nat(String address, NatBehavior behavior) {
    return nat(address, behavior, internet);
  }

  /** A NAT behind another, as carriers have them. */
  public VirtualNat nat(String address, NatBehavior behavior, VirtualNat outer) {
    return nat(address, behavior, outer.inside());
  }

  /** Sets the conditions of all hosts' uplinks, also of those to come; 20 ms at first. */
  public VirtualNetwork conditions(LinkConditions conditions) {
    this.conditions = conditions;
    hosts.values().forEach(host -> host.uplink().conditions(conditions));
    return this;
  }

  /** The conditions that new hosts' uplinks get. */
  public LinkConditions conditions() {
    return conditions;
  }

  /** The virtual time since the beginning. */
  public Duration now() {
    return Duration.ofNanos(time.now());
  }

  /** Runs for {@code duration}. */
  public void run(Duration duration) {
    boolean done = time.run(() -> false, duration);
    assert !done;
  }

  /**
   * Runs until {@code condition} is true, which is looked at after each event, at most {@code
   * limit}.
   *
   * @return whether it became true
   */
  public boolean runUntil(BooleanSupplier condition, Duration limit) {
    return time.run(condition, limit);
  }

  /** As {@link #await(CompletionStage, Duration)}, with a limit of an hour. */
  public <T> T await(CompletionStage<T> stage) {
    return await(stage, AWAIT_LIMIT);
  }

  /**
   * Runs until {@code stage} has completed and gives its value.
   *
   * @throws AssertionError if that takes longer than {@code limit}
   * @throws RuntimeException what it failed with; checked exceptions in a {@code
   *     CompletionException}
   */
  public <T> T await(CompletionStage<T> stage, Duration limit) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    if (!runUntil(future::isDone, limit)) {
      throw new AssertionError("nothing came of it within " + limit + " of virtual time: " + stage);
    }
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Runs {@code task} after {@code delay}, on no host. */
  public void schedule(Duration delay, Runnable task) {
    time.schedule(delay.toNanos(), task);
  }

  /** What became of each packet. */
  public PacketLog log() {
    return log;
  }

  @Override
  public String toString() {
    return "VirtualNetwork[seed " + seed + ", " + now() + ", " + hosts.keySet() + "]";
  }

  VirtualTime time() {
    return time;
  }

  Segment internet() {
    return internet;
  }

  private VirtualNat nat(String address, NatBehavior behavior, Segment outer) {
    return new VirtualNat(
        "NAT " + address, Addresses.parse(address), behavior, outer, random.split());
  }
}
