package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.Fingerprint;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.Username;
import java.net.InetSocketAddress;
import java.util.ArrayList;
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
 * that nominates many (RFC 8445 §8.1.1), and uses the one that the peer uses.
 *
 * <p>{@link #restart} begins anew with other credentials (RFC 8445 §9), which alone helps an agent
 * that has failed. It takes effect when the peer's new credentials are told. Until then, and until
 * a new pair works, data goes on along the pair in use; checks with old and new credentials are
 * answered all the time.
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
  private final RoleArbiter role;
  private final IceSessions sessions;
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
    lastNow = now;
    role = new RoleArbiter(config.role(), random);
    sessions = new IceSessions(config, random, role, outbox, events, drops);
    state = new StateTracker(sessions, config.timings(), events);
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
    sessions.roleSwitch().assign(role);
    advance(lastNow);
  }

  /** What the peer's checks have to be authenticated with; after a restart, the new ones. */
  public IceCredentials localCredentials() {
    return sessions.newest().credentials();
  }

  /** What our checks are authenticated with; null until the peer's credentials are told. */
  public @Nullable IceCredentials remoteCredentials() {
    return sessions.current().remote();
  }

  /** The state now. */
  public IceState state() {
    return state.state();
  }

  /**
   * Prepares an ICE restart (RFC 8445 §9): local candidates are to be added anew, whose checks have
   * to be authenticated with {@code local}. It takes effect with {@link #remoteCredentials}. One
   * that was prepared before is replaced.
   */
  public void restart(IceCredentials local, long now) {
    if (state.state() != IceState.CLOSED) {
      sessions.prepare(local);
    }
    advance(now);
  }

  /** Takes a prepared restart back; does nothing if there is none. */
  public void cancelRestart(long now) {
    sessions.cancel();
    advance(now);
  }

  /**
   * Adds a host candidate, and while a restart is prepared also to the session before it, if that
   * still gathers; a base that is there already is not added twice.
   *
   * @param base the address that a socket is bound to: a concrete, resolved one
   * @param localPreference from 0 to 65535, another one for each base (RFC 8445 §5.1.2)
   * @return the candidate to be signalled
   * @throws IllegalArgumentException if the base is unresolved or a wildcard, or the preference is
   *     out of range
   */
  public IceCandidate addHostCandidate(InetSocketAddress base, int localPreference, long now) {
    IceSession newest = sessions.newest();
    LocalCandidate added = add(newest, base, localPreference);
    if (newest != sessions.current() && !sessions.current().localCandidates().isComplete()) {
      add(sessions.current(), base, localPreference);
    }
    advance(now);
    return added.candidate();
  }

  /** No further local candidate will be added. Until this is called, ICE does not fail. */
  public void endOfLocalCandidates(long now) {
    sessions.newest().localCandidates().complete();
    sessions.current().localCandidates().complete();
    advance(now);
  }

  /** Whether there are candidates with this base, or checks to it are still answered. */
  public boolean usesLocalAddress(InetSocketAddress base) {
    return sessions.uses(base);
  }

  /**
   * Tells the peer's credentials, with which checks begin, or a prepared restart takes effect. The
   * same ones again change nothing; others without a prepared restart begin anew with the
   * credentials and candidates that we have, as another peer's answer to the same offer does.
   */
  public void remoteCredentials(IceCredentials remote, long now) {
    boolean known = remote.equals(sessions.current().remote());
    if (!known && state.state() != IceState.CLOSED) {
      sessions.remote(remote, now);
    }
    advance(now);
  }

  /**
   * Adds a candidate that the peer signalled together with the credentials that were told last. One
   * that the agent has no use for (TCP, another component, unresolved, too many) is ignored.
   */
  public void addRemoteCandidate(IceCandidate candidate, long now) {
    if (state.state() != IceState.CLOSED) {
      sessions.current().addRemote(candidate);
    }
    advance(now);
  }

  /** The peer has signalled that no further candidate will come (RFC 8838 §14). */
  public void endOfRemoteCandidates(long now) {
    sessions.current().remoteCandidates().complete();
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
    if (state.state() == IceState.CLOSED) {
      return;
    }
    try {
      handle(StunMessage.parse(packet), packet, path, now);
    } catch (DecodeException noise) {
      drops.malformed();
    }
    advance(now);
  }

  /**
   * Tells that application data came along {@code path}, where {@link #isValidRemote} held: a
   * controlled agent sends along the nominated pair on which the peer does.
   */
  public void heardData(IcePath path, long now) {
    if (sessions.current().heardData(path, now)) {
      advance(now);
    }
  }

  /** Counts a packet of {@code bytes} bytes of application data that came along {@code path}. */
  public void countReceived(IcePath path, int bytes, long now) {
    CandidatePair pair = sessions.find(path);
    if (pair != null) {
      pair.statistics().dataReceived(bytes, now);
    }
  }

  /** Counts a packet of {@code bytes} bytes of application data that goes along {@code path}. */
  public void countSent(IcePath path, int bytes, long now) {
    CandidatePair pair = sessions.find(path);
    if (pair != null) {
      pair.statistics().dataSent(bytes, now);
    }
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
    if (state.state() == IceState.CLOSED) {
      return null;
    }
    CandidatePair selected = sessions.selected();
    return selected == null ? null : selected.path();
  }

  /**
   * Whether application data that came along {@code path} comes from the peer's address: a check on
   * this path succeeded, or an authentic check of the peer's came along it.
   */
  public boolean isValidRemote(IcePath path) {
    return state.state() != IceState.CLOSED && sessions.isAuthentic(path);
  }

  /** Ends everything; later calls do nothing. */
  public void close(long now) {
    if (state.state() != IceState.CLOSED) {
      sessions.end();
      state.close();
      outbox.clear();
      deadline = Deadline.NEVER;
    }
  }

  /** All pairs, best priority first; behind them those of before a restart that still count. */
  public List<CandidatePairReport> pairs() {
    List<CandidatePair> pairs = new ArrayList<>(sessions.current().pairs());
    IceSession previous = sessions.previous();
    if (previous != null) {
      pairs.addAll(previous.pairs());
    }
    return pairs.stream().map(pair -> pair.statistics().report(pair)).toList();
  }

  /** What there is at present, for statistics. */
  public IceStatistics statistics() {
    return IceStatistics.of(state.state(), role.role(), sessions);
  }

  /** What was dropped so far. */
  public IceCounters counters() {
    return drops.snapshot();
  }

  private static LocalCandidate add(IceSession session, InetSocketAddress base, int preference) {
    LocalCandidate added = session.localCandidates().add(base, preference);
    session.addLocal(added);
    return added;
  }

  private void handle(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    if (!Fingerprint.isRight(packet)) {
      drops.malformed();
    } else if (message.method() != StunMessage.BINDING) {
      drops.unsupported();
    } else if (message.messageClass() == StunClass.REQUEST) {
      request(message, packet, path, now);
    } else if (message.messageClass() != StunClass.INDICATION) {
      response(message, packet, path, now);
    }
    // An indication keeps NAT bindings alive by having come (RFC 8445 §11).
  }

  /** A session that has failed is silent; what is for none of them, the current one refuses. */
  private void request(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    IceSession addressed =
        message
            .first(Username.class)
            .map(username -> sessions.ofUsername(username.value()))
            .orElse(sessions.current());
    if (!addressed.hasFailed()) {
      addressed.request(message, packet, path, now);
    }
  }

  private void response(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    IceSession previous = sessions.previous();
    IceSession asked = previous != null && previous.awaits(message) ? previous : sessions.current();
    if (!sessions.uses(path.local())) {
      drops.unknownLocalAddress();
    } else if (!asked.hasFailed()) {
      asked.response(message, packet, path, now);
    }
  }

  /** Does all that is due, so that polls find it done. */
  private void advance(long now) {
    lastNow = Math.max(lastNow, now);
    if (state.state() == IceState.CLOSED) {
      return;
    }
    sessions.update(lastNow);
    state.update(lastNow);
    deadline = sessions.deadline(lastNow);
  }
}
