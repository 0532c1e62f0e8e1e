package io.webrtc4j.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The peer's candidates, one for each address, signalled (RFC 8838 §11) or peer-reflexive. */
final class RemoteCandidates {
  private final Map<InetSocketAddress, RemoteCandidate> byAddress = new LinkedHashMap<>();
  private final int limit;
  private final Drops drops;
  private int ignored;
  private int learned;
  private boolean complete;

  RemoteCandidates(int limit, Drops drops) {
    this.limit = limit;
    this.drops = drops;
  }

  /**
   * Takes a candidate that the peer signalled.
   *
   * @return the candidate if it is new, or known and now another one; null if nothing changed
   */
  @Nullable RemoteCandidate signalled(IceCandidate candidate) {
    if (!isUsable(candidate)) {
      ignored++;
      return null;
    }
    RemoteCandidate known = byAddress.get(candidate.address());
    if (known == null) {
      return add(new RemoteCandidate(candidate, true));
    }
    // RFC 8445 §5.1.3: of redundant candidates the one with the higher priority counts.
    if (known.isSignalled() && known.candidate().priority() >= candidate.priority()) {
      return null;
    }
    known.signalledAs(candidate);
    return known;
  }

  /** Adds the peer-reflexive candidate that a check revealed; null beyond the limit. */
  @Nullable RemoteCandidate learned(InetSocketAddress address, long priority) {
    // The foundation has to differ from all others (RFC 8445 §7.3.1.3): '!' is no ice-char.
    IceCandidate candidate =
        new IceCandidate(
            "!" + ++learned,
            LocalCandidates.COMPONENT,
            CandidateTransport.UDP,
            priority,
            address,
            CandidateType.PEER_REFLEXIVE,
            null);
    return add(new RemoteCandidate(candidate, false));
  }

  @Nullable RemoteCandidate find(InetSocketAddress address) {
    return byAddress.get(address);
  }

  Collection<RemoteCandidate> all() {
    return byAddress.values();
  }

  /** How many signalled candidates the agent had no use for. */
  int ignored() {
    return ignored;
  }

  void complete() {
    complete = true;
  }

  /** Whether the peer has said that no further candidate will come. */
  boolean isComplete() {
    return complete;
  }

  private @Nullable RemoteCandidate add(RemoteCandidate candidate) {
    if (byAddress.size() >= limit) {
      ignored++;
      drops.beyondLimits();
      return null;
    }
    byAddress.put(candidate.candidate().address(), candidate);
    return candidate;
  }

  private static boolean isUsable(IceCandidate candidate) {
    InetSocketAddress address = candidate.address();
    if (candidate.transport() != CandidateTransport.UDP
        || candidate.component() != LocalCandidates.COMPONENT
        || address.isUnresolved()
        || address.getPort() == 0) {
      return false;
    }
    InetAddress ip = address.getAddress();
    return !ip.isAnyLocalAddress() && !ip.isMulticastAddress();
  }
}
