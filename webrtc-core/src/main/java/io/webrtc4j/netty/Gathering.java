package io.webrtc4j.netty;

import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers host candidates (RFC 8445 §5.1.1.1): asks for the machine's addresses away from the event
 * loop, binds a socket on each, and tells the session as they come.
 */
final class Gathering {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

  /** RFC 8445 §5.1.2.1: from 0 to 65535, the highest for the most preferred address. */
  private static final int HIGHEST_PREFERENCE = 65_535;

  private final PeerDriver driver;
  private final UdpSockets sockets;
  private final GatheringPolicy policy;
  private final Executor blocking;
  private int outstanding;

  Gathering(PeerDriver driver, UdpSockets sockets, GatheringPolicy policy, Executor blocking) {
    this.driver = driver;
    this.sockets = sockets;
    this.policy = policy;
    this.blocking = blocking;
  }

  void start() {
    blocking.execute(
        () -> {
          List<InetAddress> addresses = addresses();
          boolean running = driver.onLoop(() -> bindAll(addresses));
          if (!running) {
            LOG.debug("Gathering ends: the event loop was shut down");
          }
        });
  }

  private List<InetAddress> addresses() {
    try {
      return LocalAddresses.list(policy);
    } catch (SocketException e) {
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
      int preference = HIGHEST_PREFERENCE - i;
      sockets.bind(
          addresses.get(i),
          startPort(),
          socket -> {
            if (socket != null) {
              driver.addLocalAddress(socket.local(), preference);
            }
            if (--outstanding == 0) {
              driver.endOfLocalCandidates();
            }
          });
    }
  }

  private int startPort() {
    return policy.minPort() == 0
        ? 0
        : ThreadLocalRandom.current().nextInt(policy.minPort(), policy.maxPort() + 1);
  }
}
