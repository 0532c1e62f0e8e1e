package io.webrtc4j.ice;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What an authentic check of the peer's leads to, once its credentials are known: peer-reflexive
 * candidates, triggered checks and nominations (RFC 8445 §7.3.1.3 to §7.3.1.5).
 */
final class PeerChecks {
  private final Generation generation;
  private final PairFormation formation;
  private final RoleArbiter role;
  private final Nomination nomination;
  private final EventQueue events;

  PeerChecks(
      Generation generation,
      PairFormation formation,
      RoleArbiter role,
      Nomination nomination,
      EventQueue events) {
    this.generation = generation;
    this.formation = formation;
    this.role = role;
    this.nomination = nomination;
    this.events = events;
  }

  /** Acts on a check that came to {@code local} from {@code source} and was answered. */
  void accept(LocalCandidate local, InetSocketAddress source, BindingRequest request, long now) {
    boolean nominates = request.useCandidate() && role.role() == IceRole.CONTROLLED;
    CandidatePair pair = generation.checklist.find(new IcePath(local.base(), source));
    if (pair == null) {
      pair = newPair(local, source, request, nominates);
    }
    if (pair == null) {
      return;
    }
    pair.statistics().requestAnswered();
    pair.heard(now);
    if (pair.isValid()) {
      if (nominates) {
        nomination.nominated(pair);
      }
    } else if (!pair.isConsentLost() && (nominates || !generation.checklist.isConcluded())) {
      trigger(pair, nominates);
    }
  }

  // RFC 8445 §7.3.1.4.
  private void trigger(CandidatePair pair, boolean nominates) {
    if (nominates) {
      pair.nominationPending(true);
    }
    if (pair.isIn(CandidatePairState.IN_PROGRESS)) {
      generation.transactions.cancel(pair);
    }
    pair.state(CandidatePairState.WAITING);
    generation.triggeredChecks.add(pair);
  }

  /**
   * The pair of a check that came along a path we knew nothing of. When a pair is nominated
   * already, only a check that nominates, too, is worth one of its own.
   */
  private @Nullable CandidatePair newPair(
      LocalCandidate local, InetSocketAddress source, BindingRequest request, boolean nominates) {
    if (generation.checklist.isConcluded() && !nominates) {
      return null;
    }
    RemoteCandidate remote = generation.remoteCandidates.find(source);
    if (remote == null) {
      remote = generation.remoteCandidates.learned(source, request.priority());
      if (remote == null) {
        return null;
      }
      events.add(new IceEvent.RemoteCandidateLearned(remote.candidate()));
    }
    return formation.triggered(local, remote);
  }
}
