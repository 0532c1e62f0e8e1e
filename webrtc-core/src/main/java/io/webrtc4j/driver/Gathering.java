package io.webrtc4j.driver;

import io.webrtc4j.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers host candidates (RFC 8445 §5.1.1.1): asks for the machine's addresses away from the event
 * loop, binds a port on each, and tells the session as they come.
 */
final class Gathering {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

  /** RFC 8445 §5.1.2.1: from 0 to 65535, the highest for the most preferred address. */
  private static final int HIGHEST_PREFERENCE = 65_535;

  private final PeerDriver driver;
  private final World world;
  private final UdpPorts ports;
  private final GatheringPolicy policy;
  private final Executor blocking;
  private final RandomGenerator random;
  private int outstanding;

  Gathering(
      PeerDriver driver,
      World world,
      UdpPorts ports,
      GatheringPolicy policy,
      Executor blocking,
      RandomGenerator random) {
    this.driver = driver;
    this.world = world;
    this.ports = ports;
    this.policy = policy;
    this.blocking = blocking;
    this.random = random;
  }

  void start() {
    blocking.execute(
        () -> {
          List<InetAddress> addresses = LocalAddresses.choose(allAddresses(), policy);
          boolean running = driver.onLoop(() -> bindAll(addresses));
          if (!running) {
            LOG.debug("Gathering ends: the event loop was shut down");
          }
        });
  }

  private List<InetAddress> allAddresses() {
    try {
      return world.localAddresses();
    } catch (IOException e) {
      LOG.warn("The system does not tell its network interfaces", e);
      return List.of();
    }
  }

  private void bindAll(List<InetAddress> addresses) {
    outstanding = addresses.size();
    if (outstanding == 0) {
      driver.endOfLocalCandidates();
      return;
    }
    for (int i = 0; i < addresses.size(); i++) {
      bind(addresses.get(i), HIGHEST_PREFERENCE - i);
    }
  }

  private void bind(InetAddress address, int preference) {
    ports.bind(
        address,
        startPort(),
        port -> {
          if (port != null) {
            driver.addLocalAddress(port.local(), preference);
          }
          oneIsDone();
        },
        cause -> {
          driver.bindFailed(address, cause);
          oneIsDone();
        });
  }

  private void oneIsDone() {
    if (--outstanding == 0) {
      driver.endOfLocalCandidates();
    }
  }

  private int startPort() {
    return policy.minPort() == 0 ? 0 : random.nextInt(policy.minPort(), policy.maxPort() + 1);
  }
}
