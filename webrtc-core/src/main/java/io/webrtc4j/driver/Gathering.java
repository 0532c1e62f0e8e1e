package io.webrtc4j.driver;

import io.webrtc4j.world.UdpPort;
import io.webrtc4j.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers host candidates (RFC 8445 §5.1.1.1): asks for the machine's addresses away from the event
 * loop, binds a port on each that the transport has none on yet, and tells the session as they
 * come. When a transport gathers anew, its last round ends it.
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
  private final Map<Integer, Round> rounds = new HashMap<>();

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

  void start(int transport) {
    Round round = new Round(transport);
    rounds.put(transport, round);
    blocking.execute(
        () -> {
          List<InetAddress> addresses = LocalAddresses.choose(allAddresses(), policy);
          boolean running = driver.onLoop(() -> round.bindAll(addresses));
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

  private int startPort() {
    return policy.minPort() == 0 ? 0 : random.nextInt(policy.minPort(), policy.maxPort() + 1);
  }

  /** One transport's way through the machine's addresses. */
  private final class Round {
    private final int transport;
    private int outstanding;

    Round(int transport) {
      this.transport = transport;
    }

    void bindAll(List<InetAddress> addresses) {
      outstanding = addresses.size() + 1;
      for (int i = 0; i < addresses.size(); i++) {
        bind(addresses.get(i), HIGHEST_PREFERENCE - i);
      }
      oneIsDone();
    }

    private void bind(InetAddress address, int preference) {
      UdpPort known = ports.of(transport, address);
      if (known != null) {
        driver.addLocalAddress(transport, known.local(), preference);
        oneIsDone();
        return;
      }
      ports.bind(
          transport,
          address,
          startPort(),
          port -> {
            if (port != null) {
              driver.addLocalAddress(transport, port.local(), preference);
            }
            oneIsDone();
          },
          cause -> {
            driver.bindFailed(address, cause);
            oneIsDone();
          });
    }

    private void oneIsDone() {
      if (--outstanding == 0 && rounds.remove(transport, this)) {
        driver.endOfLocalCandidates(transport);
      }
    }
  }
}
