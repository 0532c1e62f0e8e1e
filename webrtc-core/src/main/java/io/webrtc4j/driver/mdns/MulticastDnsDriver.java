package io.webrtc4j.driver.mdns;

import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Multicast DNS of a world. Its methods may be called from any thread; all else happens on one of
 * the world's loops.
 */
public final class MulticastDnsDriver {
  private static final Logger LOG = LoggerFactory.getLogger(MulticastDnsDriver.class);

  private final Loop loop;
  private final LinkPorts ports;

  private MulticastDnsDriver(World world) {
    this.loop = world.nextLoop();
    this.ports = new LinkPorts(world, loop);
  }

  /** The one of {@code world}. */
  public static MulticastDnsDriver of(World world) {
    return world.shared(MulticastDnsDriver.class, () -> new MulticastDnsDriver(world));
  }

  /**
   * Asks what {@code name} stands for, on the links of which the asker uses an address.
   *
   * @param used which local addresses the asker uses; asked on the driver's loop
   * @param blocking where the world is asked for its links
   * @param told told once, on the driver's loop
   */
  public MdnsTask resolve(
      MdnsName name, Predicate<InetAddress> used, Executor blocking, Consumer<Resolution> told) {
    Lookup lookup = new Lookup(name, told);
    execute(() -> ports.find(used, blocking, lookup::askOn));
    return () -> execute(lookup::end);
  }

  /**
   * Answers for {@code name} on the links that have {@code address} (RFC 6762 §6.2).
   *
   * @param blocking where the world is asked for its links
   */
  public MdnsTask publish(MdnsName name, InetAddress address, Executor blocking) {
    Publication publication = new Publication(name, address);
    execute(() -> ports.find(address::equals, blocking, publication::publishOn));
    return () -> execute(publication::end);
  }

  private void execute(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("Multicast DNS ends: the event loop was shut down");
    }
  }
}
