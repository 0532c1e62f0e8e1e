package io.webrtc4j.driver;

import io.webrtc4j.driver.mdns.MdnsTask;
import io.webrtc4j.driver.mdns.MulticastDnsDriver;
import io.webrtc4j.driver.mdns.Resolution;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names of one connection: those of the peer that it asks for, and those that it publishes.
 * They end with it. Lives on the connection's loop.
 */
final class PeerNames {
  private static final Logger LOG = LoggerFactory.getLogger(PeerNames.class);

  private final PeerDriver driver;
  private final World world;
  private final GatheringPolicy policy;
  private final Executor blocking;
  private final RandomGenerator random;
  private final Set<InetAddress> localAddresses = new HashSet<>();
  private final Set<MdnsName> waiting = new LinkedHashSet<>();
  private final Map<MdnsName, MdnsTask> questions = new HashMap<>();
  private final Map<InetAddress, Published> published = new HashMap<>();
  private boolean gathered;
  private boolean closed;

  PeerNames(
      PeerDriver driver,
      World world,
      GatheringPolicy policy,
      Executor blocking,
      RandomGenerator random) {
    this.driver = driver;
    this.world = world;
    this.policy = policy;
    this.blocking = blocking;
    this.random = random;
  }

  /** Asks for {@code name} on the links that the connection uses, once it has its addresses. */
  void resolve(MdnsName name) {
    if (closed) {
      return;
    }
    if (!gathered) {
      waiting.add(name);
    } else if (!questions.containsKey(name)) {
      questions.put(
          name,
          MulticastDnsDriver.of(world)
              .resolve(name, Set.copyOf(localAddresses)::contains, blocking, this::resolved));
    }
  }

  /** Takes a local address; returns a name if the peer is to be told that instead, or null. */
  @Nullable MdnsName add(InetAddress address) {
    localAddresses.add(address);
    if (closed || !policy.hideAddresses() || address.isLoopbackAddress()) {
      return null;
    }
    return published.computeIfAbsent(address, this::publish).name();
  }

  /** The connection does not use {@code address} any more. */
  void remove(InetAddress address) {
    localAddresses.remove(address);
    Published gone = published.remove(address);
    if (gone != null) {
      gone.task().end();
    }
  }

  /** No local address follows for now. */
  void gathered() {
    gathered = true;
    waiting.forEach(this::resolve);
    waiting.clear();
  }

  void close() {
    closed = true;
    questions.values().forEach(MdnsTask::end);
    questions.clear();
    published.values().forEach(each -> each.task().end());
    published.clear();
  }

  private Published publish(InetAddress address) {
    MdnsName name = MdnsName.random(random);
    return new Published(name, MulticastDnsDriver.of(world).publish(name, address, blocking));
  }

  private void resolved(Resolution resolution) {
    driver.execute(
        (session, now) -> {
          if (resolution instanceof Resolution.Found found) {
            questions.remove(found.name());
            session.nameResolved(found.name(), found.address(), now);
          } else if (resolution instanceof Resolution.NotFound not) {
            questions.remove(not.name());
            LOG.debug("{}: candidates of {} are dropped: {}", session, not.name(), not.reason());
            session.nameNotResolved(not.name(), not.reason(), now);
          }
        });
  }

  /** A name of ours, and what ends it. */
  private record Published(MdnsName name, MdnsTask task) {}
}
