package io.webrtc4j.testkit;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The mappings of a NAT with one outside address (RFC 4787 §4 and §5). */
final class NatTable {
  private static final int FIRST_PORT = 1024;
  private static final int LAST_PORT = 65_535;

  private final NatBehavior behavior;
  private final RandomGenerator random;
  private final Map<Key, Mapping> byInside = new HashMap<>();
  private final Map<Integer, Mapping> byOutsidePort = new HashMap<>();

  NatTable(NatBehavior behavior, RandomGenerator random) {
    this.behavior = behavior;
    this.random = random;
  }

  private record Key(InetSocketAddress inside, Object remotePart) {}

  /** An inside port and the outside port that stands for it. */
  final class Mapping {
    private final Key key;
    private final int outsidePort;
    private final Set<Object> admitted = new HashSet<>();
    private long lastUsed;

    private Mapping(Key key, int outsidePort) {
      this.key = key;
      this.outsidePort = outsidePort;
    }

    InetSocketAddress inside() {
      return key.inside();
    }

    int outsidePort() {
      return outsidePort;
    }

    boolean admits(InetSocketAddress remote) {
      return admitted.contains(behavior.filtering().part(remote));
    }

    private boolean isExpired(long now) {
      return now - lastUsed >= behavior.mappingTimeout().toNanos();
    }
  }

  /** The mapping of a packet on its way out, made where there is none; null without free port. */
  @Nullable Mapping outbound(InetSocketAddress inside, InetSocketAddress remote, long now) {
    Key key = new Key(inside, behavior.mapping().part(remote));
    Mapping mapping = alive(byInside.get(key), now);
    if (mapping == null) {
      Integer port = freePort(inside.getPort(), now);
      if (port == null) {
        return null;
      }
      mapping = new Mapping(key, port);
      byInside.put(key, mapping);
      byOutsidePort.put(port, mapping);
    }
    mapping.admitted.add(behavior.filtering().part(remote));
    mapping.lastUsed = now;
    return mapping;
  }

  /** The mapping of a packet on its way in, or null. */
  @Nullable Mapping inbound(int outsidePort, long now) {
    return alive(byOutsidePort.get(outsidePort), now);
  }

  /** A packet from outside was let in. */
  void usedFromOutside(Mapping mapping, long now) {
    if (behavior.inboundRefresh()) {
      mapping.lastUsed = now;
    }
  }

  private @Nullable Mapping alive(@Nullable Mapping mapping, long now) {
    if (mapping == null || !mapping.isExpired(now)) {
      return mapping;
    }
    byInside.remove(mapping.key);
    byOutsidePort.remove(mapping.outsidePort);
    return null;
  }

  private @Nullable Integer freePort(int insidePort, long now) {
    if (behavior.portPreservation() && inbound(insidePort, now) == null) {
      return insidePort;
    }
    int count = LAST_PORT - FIRST_PORT + 1;
    int start = random.nextInt(count);
    for (int i = 0; i < count; i++) {
      int candidate = FIRST_PORT + (start + i) % count;
      if (inbound(candidate, now) == null) {
        return candidate;
      }
    }
    return null;
  }
}
