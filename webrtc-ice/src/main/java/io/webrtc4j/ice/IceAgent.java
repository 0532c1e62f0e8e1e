package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.Fingerprint;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A full ICE agent (RFC 8445) for one data stream with one component, over UDP host candidates.
 *
 * <p>The caller tells it candidates, credentials, packets and the time, and polls packets, events
 * and the next deadline from it, in any order and as often as it likes:
 *
 * <ol>
 *   <li>{@link #addHostCandidate} for each address that a socket is bound to, {@link
 *       #endOfLocalCandidates} behind the last;
 *   <li>{@link #remoteCredentials}, {@link #addRemoteCandidate} and {@link #endOfRemoteCandidates}
 *       as they come from the peer, in any order;
 *   <li>{@link #handlePacket} and {@link #handleTimeout}, and after each of all these calls {@link
 *       #pollPacket} and {@link #pollEvent} until there is nothing.
 * </ol>
 *
 * <p>The controlling side nominates one pair (regular nomination); the controlled side takes a peer
 * that nominates many (RFC 8445 §8.1.1) and uses the best. An agent that has failed stays so: ICE
 * begins anew with new credentials (RFC 8445 §9).
 *
 * <p>Times are nanoseconds since the connection was made, and never go back. Not thread-safe: one
 * thread at a time.
 */
public final class IceAgent {
  /** The length in bytes that no message of the agent exceeds. */
  public static final int MAX_MESSAGE_LENGTH = 1200;

  private final Drops drops = new Drops();
  private final Outbox outbox = new Outbox(drops);
  private final EventQueue events = new EventQueue(drops);
  private final LocalCandidates localCandidates = new LocalCandidates();
  private final RoleArbiter role;
  private final Generation generation;

  private final PairFormation formation;
  private final Nomination nomination;
  private final RoleSwitch roleSwitch;
  private final CheckScheduler scheduler;
  private final RequestAnswerer answerer;
  private final PeerChecks peerChecks;
  private final ResponseHandler responses;
  private final Selection selection;
  private final Consent consent;
  private final Patience patience;
  private final Failure failure;
  private final StateTracker state;

  private long lastNow;
  private long deadline = Deadline.NEVER;

  /**
   * An agent that does nothing until it has candidates and the peer's credentials.
   *
   * @param random the source of transaction identifiers and tie-breakers: cryptographically strong
   *     wherever it matters (RFC 7675 §8)
   * @param now the time
   */
  public IceAgent(IceConfig config, RandomGenerator random, long now) {
    IceTimings timings = config.timings();
    lastNow = now;
    role = new RoleArbiter(config.role(), random);
    generation = new Generation(config.localCredentials(), config.limits(), drops);
    formation = new PairFormation(generation, localCandidates, role, drops);
    nomination = new Nomination(generation, role, timings.nominationDelay());
    roleSwitch = new RoleSwitch(generation, role, nomination, events);
    CheckSender sender = new CheckSender(generation, role, timings, random, outbox);
    scheduler = new CheckScheduler(generation, nomination, sender, timings.ta());
    answerer = new RequestAnswerer(generation, role, roleSwitch, outbox, drops);
    peerChecks = new PeerChecks(generation, formation, role, nomination, events);
    selection = new Selection(generation, timings, events);
    responses =
        new ResponseHandler(generation, role, roleSwitch, nomination, selection, sender, drops);
    consent = new Consent(generation, nomination, sender, timings.consentInterval(), random);
    patience = new Patience(timings.patience());
    failure = new Failure(generation, localCandidates, selection, patience);
    state = new StateTracker(generation, localCandidates, selection, timings, events);
  }

  /** The role now. */
  public IceRole role() {
    return role.role();
  }

  /**
   * Takes the role that the signalling has determined (RFC 8445 §6.1.1), best before there are
   * checks. A conflict with the peer's may still change it.
   */
  public void role(IceRole role) {
    roleSwitch.assign(role);
    advance(lastNow);
  }

  /** What the peer's checks have to be authenticated with. */
  public IceCredentials localCredentials() {
    return generation.local.credentials();
  }

  /** The state now. */
  public IceState state() {
    return state.state();
  }

  /**
   * Adds a host candidate; a base that is there already is not added twice.
   *
   * @param base the address that a socket is bound to: a concrete, resolved one
   * @param localPreference from 0 to 65535, another one for each base (RFC 8445 §5.1.2)
   * @return the candidate to be signalled
   * @throws IllegalArgumentException if the base is unresolved or a wildcard, or the preference is
   *     out of range
   */
  public IceCandidate addHostCandidate(InetSocketAddress base, int localPreference, long now) {
    LocalCandidate local = localCandidates.add(base, localPreference);
    formation.local(local);
    advance(now);
    return local.candidate();
  }

  /** No further local candidate will be added. Until this is called, ICE does not fail. */
  public void endOfLocalCandidates(long now) {
    localCandidates.complete();
    advance(now);
  }

  /**
   * Tells the peer's credentials, with which checks begin. They are told once; other ones later are
   * those of an ICE restart and are not taken.
   */
  public void remoteCredentials(IceCredentials remote, long now) {
    if (generation.remote() == null && !state.isFinal()) {
      generation.remote(remote);
      patience.start(now);
      for (EarlyChecks.EarlyCheck early : generation.earlyChecks.takeAll()) {
        actOn(early.request(), early.path(), now);
      }
    }
    advance(now);
  }

  /**
   * Adds a candidate that the peer signalled. One that the agent has no use for (TCP, another
   * component, unresolved, too many) is ignored.
   */
  public void addRemoteCandidate(IceCandidate candidate, long now) {
    if (!state.isFinal()) {
      formation.remote(candidate);
    }
    advance(now);
  }

  /** The peer has signalled that no further candidate will come (RFC 8838 §14). */
  public void endOfRemoteCandidates(long now) {
    generation.remoteCandidates.complete();
    advance(now);
  }

  /**
   * Takes a STUN packet. Whatever is wrong with it is counted, and the packet dropped.
   *
   * @param packet the packet, borrowed for the call
   * @param path {@code local} is the address of the socket that received it, {@code remote} the
   *     sender's
   */
  public void handlePacket(PacketBuffer packet, IcePath path, long now) {
    if (state.isFinal()) {
      return;
    }
    try {
      handle(StunMessage.parse(packet), packet, path, now);
    } catch (DecodeException noise) {
      drops.malformed();
    }
    advance(now);
  }

  /** Tells that {@link #nextDeadline()} has come. */
  public void handleTimeout(long now) {
    advance(now);
  }

  /**
   * Appends the next message to {@code out}, which needs room for {@link #MAX_MESSAGE_LENGTH}.
   *
   * @return where the message goes, or null if there is none
   */
  public @Nullable IcePath pollPacket(PacketBuffer out) {
    return outbox.poll(out);
  }

  /** The next event, or null. */
  public @Nullable IceEvent pollEvent() {
    return events.poll();
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return deadline;
  }

  /**
   * Where application data may be sent now: the nominated pair, or before there is one the best
   * valid pair (RFC 8445 §12.1), while consent holds (RFC 7675 §5.1); null otherwise.
   */
  public @Nullable IcePath selectedPath() {
    CandidatePair selected = selection.selected();
    return selected == null || state.isFinal() ? null : selected.path();
  }

  /**
   * Whether application data that came along {@code path} comes from the peer's address: a check on
   * this path succeeded, or an authentic check of the peer's came along it.
   */
  public boolean isValidRemote(IcePath path) {
    return !state.isFinal() && generation.authenticPaths.contains(path);
  }

  /** Ends everything; later calls do nothing. */
  public void close(long now) {
    if (state.state() != IceState.CLOSED) {
      end(IceState.CLOSED, "closed by the application");
      outbox.clear();
    }
  }

  /** All pairs, best priority first. */
  public List<CandidatePairReport> pairs() {
    return generation.checklist.pairs().stream()
        .map(pair -> pair.statistics().report(pair))
        .toList();
  }

  /** What was dropped so far. */
  public IceCounters counters() {
    return drops.snapshot();
  }

  private void handle(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    if (!Fingerprint.isRight(packet)) {
      drops.malformed();
    } else if (message.method() != StunMessage.BINDING) {
      drops.unsupported();
    } else if (localCandidates.find(path.local()) == null) {
      drops.unknownLocalAddress();
    } else if (message.messageClass() == StunClass.REQUEST) {
      request(message, packet, path, now);
    } else if (message.messageClass() != StunClass.INDICATION) {
      responses.handle(message, packet, path, now);
    }
    // An indication keeps NAT bindings alive by having come (RFC 8445 §11).
  }

  private void request(StunMessage message, PacketBuffer packet, IcePath path, long now) {
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

  private void actOn(BindingRequest request, IcePath path, long now) {
    LocalCandidate local = localCandidates.find(path.local());
    if (local != null && generation.isPeersUsername(request.username())) {
      peerChecks.accept(local, path.remote(), request, now);
    } else {
      drops.unknownUser();
    }
  }

  /** Does all that is due, so that polls find it done. */
  private void advance(long now) {
    lastNow = Math.max(lastNow, now);
    if (state.isFinal()) {
      return;
    }
    responses.handleTimeout(lastNow);
    selection.update(lastNow);
    nomination.update(lastNow);
    scheduler.update(lastNow);
    consent.update(selection.selected(), lastNow);
    String reason = failure.reason(lastNow);
    if (reason != null) {
      end(IceState.FAILED, reason);
      return;
    }
    state.update(lastNow);
    deadline = earliestDeadline(lastNow);
  }

  private long earliestDeadline(long now) {
    long earliest = Math.min(generation.transactions.deadline(), selection.deadline(now));
    earliest = Math.min(earliest, nomination.deadline());
    earliest = Math.min(earliest, scheduler.deadline());
    earliest = Math.min(earliest, consent.deadline());
    return Math.min(earliest, failure.deadline());
  }

  private void end(IceState last, String reason) {
    generation.end();
    state.end(last, reason);
    deadline = Deadline.NEVER;
  }
}
