package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.StunMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ICE session (RFC 8445 §9): what one pair of credentials, ours and the peer's, leads to. A
 * restart puts another in its place.
 */
final class IceSession {
  private final Generation generation;
  private final LocalCandidates localCandidates;
  private final PairFormation formation;
  private final Nomination nomination;
  private final CheckScheduler scheduler;
  private final RequestAnswerer answerer;
  private final PeerChecks peerChecks;
  private final ResponseHandler responses;
  private final Selection selection;
  private final Consent consent;
  private final Patience patience;
  private final Failure failure;
  private final AgentParts parts;
  private boolean superseded;
  private @Nullable String failureReason;

  IceSession(IceCredentials local, AgentParts parts) {
    IceTimings timings = parts.config().timings();
    RoleArbiter role = parts.role();
    this.parts = parts;
    generation = new Generation(local, parts.config().limits(), parts.drops());
    localCandidates = new LocalCandidates(parts.foundations());
    formation = new PairFormation(generation, localCandidates, role, parts.drops());
    nomination = new Nomination(generation, role, timings.nominationDelay());
    CheckSender sender = new CheckSender(generation, role, timings, parts.random(), parts.outbox());
    scheduler = new CheckScheduler(generation, nomination, sender, timings.ta());
    answerer =
        new RequestAnswerer(generation, role, parts.roleSwitch(), parts.outbox(), parts.drops());
    peerChecks = new PeerChecks(generation, formation, role, nomination, parts.events());
    selection = new Selection(generation, role, timings, parts.events());
    responses =
        new ResponseHandler(
            generation, role, parts.roleSwitch(), nomination, selection, sender, parts.drops());
    consent =
        new Consent(generation, nomination, sender, timings.consentInterval(), parts.random());
    patience = new Patience(timings.patience());
    failure = new Failure(generation, localCandidates, selection, patience);
  }

  /** Another session with our credentials and candidates of this one, and nothing of the peer's. */
  IceSession anew() {
    IceSession session = new IceSession(credentials(), parts);
    for (LocalCandidate each : localCandidates.all()) {
      LocalCandidate added = session.localCandidates.add(each.base(), each.localPreference());
      session.formation.local(added);
    }
    if (localCandidates.isComplete()) {
      session.localCandidates.complete();
    }
    return session;
  }

  IceCredentials credentials() {
    return generation.local.credentials();
  }

  LocalCandidates localCandidates() {
    return localCandidates;
  }

  RemoteCandidates remoteCandidates() {
    return generation.remoteCandidates;
  }

  @Nullable CandidatePair find(IcePath path) {
    return generation.checklist.find(path);
  }

  List<CandidatePair> pairs() {
    return generation.checklist.pairs();
  }

  /** The peer's credentials; null until they are told. */
  @Nullable IceCredentials remote() {
    SideSecret remote = generation.remote();
    return remote == null ? null : remote.credentials();
  }

  void remote(IceCredentials remote, long now) {
    generation.remote(remote);
    patience.start(now);
    for (EarlyChecks.EarlyCheck early : generation.earlyChecks.takeAll()) {
      actOn(early.request(), early.path(), now);
    }
  }

  void addLocal(LocalCandidate local) {
    formation.local(local);
  }

  void addRemote(IceCandidate candidate) {
    if (!hasFailed()) {
      formation.remote(candidate);
    }
  }

  /** The pair that data takes, or null. */
  @Nullable CandidatePair selected() {
    return hasFailed() ? null : selection.selected();
  }

  boolean isAlive(CandidatePair pair, long now) {
    return selection.isAlive(pair, now);
  }

  boolean heardData(IcePath path, long now) {
    return selection.heardData(path, now);
  }

  boolean isAuthentic(IcePath path) {
    return !hasFailed() && generation.authenticPaths.contains(path);
  }

  /** Takes a request, and answers it. */
  void request(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    if (localCandidates.find(path.local()) == null) {
      parts.drops().unknownLocalAddress();
      return;
    }
    BindingRequest request = answerer.answer(message, packet, path);
    if (request == null) {
      return;
    }
    if (generation.remote() == null) {
      generation.earlyChecks.add(path, request);
    } else {
      actOn(request, path, now);
    }
  }

  /** Whether {@code message} answers a request of this session. */
  boolean awaits(StunMessage message) {
    return generation.transactions.find(message.transactionId()) != null;
  }

  void response(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    responses.handle(message, packet, path, now);
  }

  /** The role has changed, and with it the order of the pairs and who nominates. */
  void roleChanged(IceRole role) {
    generation.checklist.rank(role);
    nomination.roleChanged();
  }

  /** Another session checks from now on; this one keeps what works already. */
  void supersede() {
    superseded = true;
    generation.stopChecking();
  }

  /** Does all that is due. */
  void update(long now) {
    if (hasFailed()) {
      return;
    }
    responses.handleTimeout(now);
    selection.update(now);
    if (!superseded) {
      nomination.update(now);
      scheduler.update(now);
    }
    consent.update(selection.selected(), now);
    failureReason = failure.reason(now);
    if (hasFailed()) {
      generation.end();
    }
  }

  /** When {@link #update} is wanted. */
  long deadline(long now) {
    if (hasFailed()) {
      return Deadline.NEVER;
    }
    long earliest = Math.min(generation.transactions.deadline(), selection.deadline(now));
    if (!superseded) {
      earliest = Math.min(earliest, nomination.deadline());
      earliest = Math.min(earliest, scheduler.deadline());
    }
    earliest = Math.min(earliest, consent.deadline());
    return Math.min(earliest, failure.deadline());
  }

  boolean hasFailed() {
    return failureReason != null;
  }

  /** Why it failed, or null. */
  @Nullable String failureReason() {
    return failureReason;
  }

  /** Whether there is anything to check, or will be as soon as the other side tells more. */
  boolean hasWork() {
    return generation.remote() != null
        && (!generation.checklist.isEmpty() || !generation.remoteCandidates.all().isEmpty());
  }

  void end() {
    generation.end();
  }

  private void actOn(BindingRequest request, IcePath path, long now) {
    LocalCandidate local = localCandidates.find(path.local());
    if (local == null || !generation.isPeersUsername(request.username())) {
      parts.drops().unknownUser();
    } else if (!superseded) {
      peerChecks.accept(local, path.remote(), request, now);
      consent.peerChecks(path);
    } else {
      CandidatePair pair = generation.checklist.find(path);
      if (pair != null) {
        pair.heard(now);
      }
    }
  }
}
