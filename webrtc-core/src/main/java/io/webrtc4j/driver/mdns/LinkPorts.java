package io.webrtc4j.driver.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.mdns.MulticastDns;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.World;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports that are open, one for each link and family. Lives on the driver's loop. */
final class LinkPorts {
  private static final Logger LOG = LoggerFactory.getLogger(LinkPorts.class);

  /** How long the world's answer holds: candidates come in bursts, networks change seldom. */
  private static final long LINKS_HOLD = Deadline.seconds(5);

  /** Then the next to come asks by its own executor: the first one's may be busy, or have ended. */
  private static final long PATIENCE = Deadline.seconds(1);

  /** More than these don't wait, and make do with the links that are known. */
  private static final int MAX_WAITING = 4096;

  private final World world;
  private final Loop loop;
  private final Map<Key, LinkPort> ports = new LinkedHashMap<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private List<MulticastLink> links = List.of();
  private long linksAsOf;
  private long askedAt;
  private boolean linksKnown;
  private boolean warned;

  private record Key(MulticastLink link, InetSocketAddress group) {}

  LinkPorts(World world, Loop loop) {
    this.world = world;
    this.loop = loop;
  }

  /** Gives the ports, opened as need be, of the links that have a {@code wanted} address. */
  void find(Predicate<InetAddress> wanted, Executor blocking, Consumer<List<LinkPort>> then) {
    List<LinkPort> known = linksHold() ? portsOf(wanted) : List.of();
    if (known.isEmpty()) {
      // An address that is on no link may have come since the world was asked.
      refresh(blocking, () -> then.accept(portsOf(wanted)));
    } else {
      then.accept(known);
    }
  }

  private boolean linksHold() {
    return linksKnown && loop.nanoTime() - linksAsOf < LINKS_HOLD;
  }

  private List<LinkPort> portsOf(Predicate<InetAddress> wanted) {
    List<LinkPort> found = new ArrayList<>();
    for (MulticastLink link : links) {
      if (link.addresses().stream().anyMatch(wanted)) {
        groups(link).forEach(group -> found.add(port(new Key(link, group))));
      }
    }
    return found;
  }

  private void refresh(Executor blocking, Runnable then) {
    if (waiting.size() == MAX_WAITING) {
      then.run();
      return;
    }
    waiting.add(then);
    if (waiting.size() > 1 && loop.nanoTime() - askedAt < PATIENCE) {
      return; // The world is being asked.
    }
    askedAt = loop.nanoTime();
    try {
      blocking.execute(this::askAndTell);
    } catch (RuntimeException e) {
      LOG.debug("The executor does not ask for the links", e);
      linksAre(List.of());
    }
  }

  private void askAndTell() {
    List<MulticastLink> found = List.of();
    try {
      found = world.multicastLinks();
    } catch (IOException e) {
      LOG.warn("The system does not tell its network interfaces", e);
    } finally {
      tell(found); // Also after a defect: lookups wait for it.
    }
  }

  private void tell(List<MulticastLink> found) {
    try {
      loop.execute(() -> linksAre(found));
    } catch (RejectedExecutionException e) {
      LOG.debug("Multicast DNS ends: the event loop was shut down");
    }
  }

  private void linksAre(List<MulticastLink> found) {
    links = found;
    linksAsOf = loop.nanoTime();
    linksKnown = true;
    List<Runnable> ready = List.copyOf(waiting);
    waiting.clear();
    ready.forEach(Runnable::run);
  }

  private LinkPort port(Key key) {
    LinkPort known = ports.get(key);
    if (known != null) {
      return known;
    }
    LinkPort port =
        new LinkPort(loop, key.link, key.group, world.newRandom(), () -> ports.remove(key));
    ports.put(key, port);
    port.open(this::failed);
    return port;
  }

  /** Connections do without; told once, as every candidate with a name would tell it again. */
  private void failed(String reason) {
    if (warned) {
      LOG.debug("No multicast DNS on a link: {}", reason);
    } else {
      warned = true;
      LOG.warn("No multicast DNS on a link, names in candidates may stay unknown: {}", reason);
    }
  }

  private static List<InetSocketAddress> groups(MulticastLink link) {
    List<InetSocketAddress> groups = new ArrayList<>();
    if (link.addresses().stream().anyMatch(Inet4Address.class::isInstance)) {
      groups.add(MulticastDns.GROUP_IPV4);
    }
    if (!link.addresses().stream().allMatch(Inet4Address.class::isInstance)) {
      groups.add(MulticastDns.GROUP_IPV6);
    }
    return groups;
  }
}
