package io.webrtc4j.ice;

import org.jspecify.annotations.Nullable;

/**
 * What one ICE session consists of: both sides' credentials, the peer's candidates, the checklist
 * and all that is under way on it.
 */
final class Generation {
  final SideSecret local;
  final RemoteCandidates remoteCandidates;
  final Checklist checklist;
  final TriggeredCheckQueue triggeredChecks = new TriggeredCheckQueue();
  final Transactions transactions;
  final EarlyChecks earlyChecks;
  final AuthenticPaths authenticPaths;
  private @Nullable SideSecret remote;

  Generation(IceCredentials local, IceLimits limits, Drops drops) {
    this.local = SideSecret.of(local);
    this.remoteCandidates = new RemoteCandidates(limits.remoteCandidates(), drops);
    this.checklist = new Checklist(limits.candidatePairs());
    this.transactions = new Transactions(limits.candidatePairs());
    this.earlyChecks = new EarlyChecks(limits.earlyChecks(), drops);
    this.authenticPaths = new AuthenticPaths(limits.candidatePairs());
  }

  /** The peer's credentials; null until they are told. */
  @Nullable SideSecret remote() {
    return remote;
  }

  void remote(IceCredentials credentials) {
    remote = SideSecret.of(credentials);
  }

  /** Whether {@code username} is that of a check from the peer to us (RFC 8445 §7.2.2). */
  boolean isPeersUsername(String username) {
    return remote != null && username.equals(local.ufrag() + ":" + remote.ufrag());
  }

  /** Puts a new pair on the checklist, whose limit may push another one off. */
  boolean insert(CandidatePair pair, boolean triggered) {
    CandidatePair displaced = checklist.insert(pair, triggered);
    if (displaced != null) {
      triggeredChecks.remove(displaced);
      transactions.cancel(displaced);
    }
    return displaced != pair;
  }

  /** Stops all checking but of what is nominated (RFC 8445 §8.1.2). */
  void conclude() {
    checklist.conclude();
    triggeredChecks.retain(checklist::contains);
    for (CandidatePair pair : checklist.pairs()) {
      if (pair.isIn(CandidatePairState.IN_PROGRESS) && !pair.isNominationPending()) {
        transactions.cancel(pair);
      }
    }
  }

  /** Begins no check any more; answers to those under way still count. */
  void stopChecking() {
    triggeredChecks.clear();
    checklist.pairs().forEach(transactions::cancel);
  }

  /** Stops everything. */
  void end() {
    triggeredChecks.clear();
    transactions.clear();
  }
}
