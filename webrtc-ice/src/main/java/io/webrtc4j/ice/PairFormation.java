package io.webrtc4j.ice;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Forms pairs of our candidates and the peer's (RFC 8445 §6.1.2.2, RFC 8838 §10 and §11). */
final class PairFormation {
  private final Generation generation;
  private final LocalCandidates localCandidates;
  private final RoleArbiter role;
  private final Drops drops;

  PairFormation(
      Generation generation, LocalCandidates localCandidates, RoleArbiter role, Drops drops) {
    this.generation = generation;
    this.localCandidates = localCandidates;
    this.role = role;
    this.drops = drops;
  }

  /** Pairs a new candidate of ours with all that the peer has signalled. */
  void local(LocalCandidate local) {
    for (RemoteCandidate remote : generation.remoteCandidates.all()) {
      pair(local, remote);
    }
  }

  /** Pairs a candidate that the peer signals with all of ours. */
  void remote(IceCandidate candidate) {
    RemoteCandidate remote = generation.remoteCandidates.signalled(candidate);
    if (remote == null) {
      return;
    }
    // It may have been a peer-reflexive one with another priority until now.
    generation.checklist.rank(role.role());
    for (LocalCandidate local : localCandidates.all()) {
      pair(local, remote);
    }
  }

  /** The new pair of a check that came; null beyond the limits. */
  @Nullable CandidatePair triggered(LocalCandidate local, RemoteCandidate remote) {
    CandidatePair pair = new CandidatePair(local, remote, role.role());
    return insert(pair, true) ? pair : null;
  }

  private void pair(LocalCandidate local, RemoteCandidate remote) {
    // RFC 8445 §7.3.1.3: a peer-reflexive candidate is paired with nothing.
    if (generation.checklist.isConcluded() || !remote.isSignalled() || !fit(local, remote)) {
      return;
    }
    CandidatePair pair = new CandidatePair(local, remote, role.role());
    if (generation.checklist.find(pair.path()) == null) {
      insert(pair, false);
    }
  }

  private boolean insert(CandidatePair pair, boolean triggered) {
    boolean inserted = generation.insert(pair, triggered);
    if (!inserted) {
      drops.beyondLimits();
    }
    return inserted;
  }

  private static boolean fit(LocalCandidate local, RemoteCandidate remote) {
    InetAddress ours = local.base().getAddress();
    InetAddress theirs = remote.candidate().address().getAddress();
    boolean ipv6 = ours instanceof Inet6Address;
    if (ipv6 != theirs instanceof Inet6Address) {
      return false;
    }
    // RFC 8445 §6.1.2.2: IPv6 link-local addresses reach link-local ones only.
    return !ipv6 || ours.isLinkLocalAddress() == theirs.isLinkLocalAddress();
  }
}
