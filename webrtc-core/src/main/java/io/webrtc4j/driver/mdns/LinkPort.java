package io.webrtc4j.driver.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.mdns.MdnsEvent;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.ice.mdns.MulticastDns;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link's engine with its socket and its wake-up. Closes itself when nobody has used it a while.
 */
final class LinkPort implements UdpListener {
  private static final Logger LOG = LoggerFactory.getLogger(LinkPort.class);

  /** Long enough that connections one after the other find it, and what it has learnt. */
  private static final long IDLE_LIMIT = Deadline.seconds(60);

  private final Loop loop;
  private final MulticastLink link;
  private final InetSocketAddress group;
  private final RandomGenerator random;
  private final Runnable ended;
  private final long origin;
  private final Map<MdnsName, List<Lookup>> lookups = new HashMap<>();
  private final List<Runnable> untilOpen = new ArrayList<>();
  private final PacketBuffer outgoing = PacketBuffer.allocate(MulticastDns.MAX_MESSAGE_LENGTH, 0);
  private @Nullable MulticastDns engine;
  private @Nullable UdpPort port;
  private @Nullable String failure;
  private Loop.@Nullable Timer wakeUp;
  private Loop.@Nullable Timer idleTimer;

  LinkPort(
      Loop loop,
      MulticastLink link,
      InetSocketAddress group,
      RandomGenerator random,
      Runnable ended) {
    this.loop = loop;
    this.link = link;
    this.group = group;
    this.random = random;
    this.ended = ended;
    this.origin = loop.nanoTime();
  }

  void open(Consumer<String> onFailure) {
    loop.bindGroup(
        link,
        group,
        this,
        new Loop.BindOutcome() {
          @Override
          public void bound(UdpPort bound) {
            opened(bound);
          }

          @Override
          public void failed(Throwable cause) {
            failure = "no socket for " + group.getAddress().getHostAddress() + " on " + link;
            onFailure.accept(failure + ": " + cause);
            ended.run();
            runWaiting();
          }
        });
  }

  void resolve(Lookup lookup) {
    whenOpen(
        dns -> {
          if (lookup.isEnded()) {
            return;
          }
          lookups.computeIfAbsent(lookup.name(), any -> new ArrayList<>()).add(lookup);
          dns.resolve(lookup.name(), now());
        },
        reason -> lookup.notFound(this, reason));
  }

  void cancel(Lookup lookup) {
    List<Lookup> all = lookups.get(lookup.name());
    if (all != null && all.remove(lookup) && all.isEmpty()) {
      lookups.remove(lookup.name());
      whenOpen(dns -> dns.cancel(lookup.name()), reason -> {});
    }
  }

  void publish(Publication publication) {
    whenOpen(
        dns -> dns.publish(publication.name(), publication.address(), now()),
        reason -> LOG.debug("{} is not published: {}", publication.name(), reason));
  }

  void withdraw(Publication publication) {
    whenOpen(dns -> dns.withdraw(publication.name(), now()), reason -> {});
  }

  @Override
  public void received(UdpPort from, PacketBuffer packet, InetSocketAddress remote) {
    try {
      Objects.requireNonNull(engine).handlePacket(packet, remote, now());
    } catch (RuntimeException e) {
      LOG.error("A multicast DNS message from {} met a defect and was dropped", remote, e);
    }
  }

  @Override
  public void burstEnded(UdpPort from) {
    pump();
  }

  @Override
  public void writabilityChanged(UdpPort from) {
    // What is not taken is lost, as on the network, and asked for again.
  }

  @Override
  public void failed(UdpPort from, Throwable cause) {
    LOG.debug("Multicast DNS on {}: {}", link, cause.toString());
  }

  private void opened(UdpPort bound) {
    port = bound;
    boolean groupOnly = bound.local().getAddress().isMulticastAddress();
    engine = new MulticastDns(group, link::contains, groupOnly, random, now());
    runWaiting();
    pump(); // If nobody wants it any more, it is idle from now on.
  }

  private void runWaiting() {
    List<Runnable> waiting = List.copyOf(untilOpen);
    untilOpen.clear();
    waiting.forEach(Runnable::run);
  }

  private void whenOpen(Consumer<MulticastDns> action, Consumer<String> otherwise) {
    if (engine != null) {
      action.accept(engine);
      pump();
    } else if (failure != null) {
      otherwise.accept(failure);
    } else {
      untilOpen.add(() -> whenOpen(action, otherwise));
    }
  }

  private void pump() {
    if (engine == null || port == null) {
      return;
    }
    if (Deadline.isDue(engine.nextDeadline(), now())) {
      engine.handleTimeout(now());
    }
    InetSocketAddress to = engine.pollPacket(outgoing);
    while (to != null) {
      port.write(outgoing, to);
      outgoing.clear();
      to = engine.pollPacket(outgoing);
    }
    port.flush();
    for (MdnsEvent event = engine.pollEvent(); event != null; event = engine.pollEvent()) {
      tell(event);
    }
    schedule(engine);
  }

  private void tell(MdnsEvent event) {
    List<Lookup> askers = lookups.remove(event.name());
    if (askers == null) {
      return;
    }
    for (Lookup asker : askers) {
      if (event instanceof MdnsEvent.Resolved resolved) {
        asker.found(this, resolved.address());
      } else if (event instanceof MdnsEvent.NotResolved not) {
        asker.notFound(this, not.reason());
      }
    }
  }

  private void schedule(MulticastDns dns) {
    if (wakeUp != null) {
      wakeUp.cancel();
      wakeUp = null;
    }
    long deadline = dns.nextDeadline();
    if (deadline != Deadline.NEVER) {
      wakeUp = loop.schedule(this::pump, Math.max(0, deadline - now()));
    }
    if (!dns.isIdle() && idleTimer != null) {
      idleTimer.cancel();
      idleTimer = null;
    } else if (dns.isIdle() && idleTimer == null) {
      idleTimer = loop.schedule(this::close, IDLE_LIMIT);
    }
  }

  private void close() {
    if (port != null && engine != null) {
      LOG.debug("Multicast DNS on {} is idle: {}", this, engine.counters());
      port.close();
      port = null;
      ended.run();
    }
  }

  private long now() {
    return loop.nanoTime() - origin;
  }

  @Override
  public String toString() {
    return link + " " + group.getAddress().getHostAddress();
  }
}
