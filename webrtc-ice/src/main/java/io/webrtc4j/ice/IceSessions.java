package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The ICE sessions of one agent (RFC 8445 §9).
 *
 * <ul>
 *   <li>One is <em>current</em>: it checks, and has the path once it has found one.
 *   <li>One may be <em>prepared</em>: a restart of ours, or of the peer's, of which the peer's
 *       credentials are not known yet. It gathers and answers checks.
 *   <li>One may be <em>previous</em>: data goes its way until the current one has found another.
 *   <li>Some may be <em>retired</em>: they answer the checks of a peer that has not come as far as
 *       we have.
 * </ul>
 */
final class IceSessions {
  /** Each costs the peer a round of signalling, and its checks are answered for 30 s. */
  private static final int MAX_RETIRED = 4;

  private final AgentParts parts;
  private final Deque<Retired> retired = new ArrayDeque<>();
  private IceSession current;
  private @Nullable IceSession prepared;
  private @Nullable IceSession previous;

  private record Retired(IceSession session, long until) {}

  IceSessions(
      IceConfig config,
      RandomGenerator random,
      RoleArbiter role,
      Outbox outbox,
      EventQueue events,
      Drops drops) {
    Map<InetAddress, String> foundations = new HashMap<>();
    RoleSwitch roleSwitch = new RoleSwitch(role, events, this::live);
    parts = new AgentParts(config, random, role, roleSwitch, outbox, events, drops, foundations);
    current = new IceSession(config.localCredentials(), parts);
  }

  RoleSwitch roleSwitch() {
    return parts.roleSwitch();
  }

  IceSession current() {
    return current;
  }

  @Nullable IceSession previous() {
    return previous;
  }

  /** The pair that data takes: the current session's, or until that has one the previous one's. */
  @Nullable CandidatePair selected() {
    CandidatePair selected = current.selected();
    return selected == null && previous != null ? previous.selected() : selected;
  }

  /** The pair of {@code path}, or null. */
  @Nullable CandidatePair find(IcePath path) {
    CandidatePair selected = selected();
    if (selected != null && selected.path().equals(path)) {
      return selected;
    }
    CandidatePair found = current.find(path);
    return found == null && previous != null ? previous.find(path) : found;
  }

  /** The one that the next description of ours tells of. */
  IceSession newest() {
    return prepared == null ? current : prepared;
  }

  /** Prepares a session with {@code local}, in place of one that is prepared already. */
  void prepare(IceCredentials local) {
    IceSession replaced = prepared;
    prepared = new IceSession(local, parts);
    drop(replaced);
  }

  /** Forgets the prepared session. */
  void cancel() {
    IceSession cancelled = prepared;
    prepared = null;
    drop(cancelled);
  }

  /**
   * The peer's credentials are known: those of the prepared session, which becomes the current one,
   * or else of the current one. If that has others already, it begins anew.
   */
  void remote(IceCredentials remote, long now) {
    if (prepared != null) {
      replaceCurrent(prepared, now);
      prepared = null;
    } else if (current.remote() != null) {
      replaceCurrent(current.anew(), now);
    }
    parts.role().renew();
    current.remote(remote, now);
  }

  /** Which session a request with {@code username} is for, or null. */
  @Nullable IceSession ofUsername(String username) {
    for (IceSession session : answering()) {
      if (username.startsWith(session.credentials().ufrag() + ":")) {
        return session;
      }
    }
    return null;
  }

  /** Whether any session has a candidate with this base. */
  boolean uses(InetSocketAddress base) {
    return answering().stream().anyMatch(each -> each.localCandidates().find(base) != null);
  }

  boolean isAuthentic(IcePath path) {
    if (current.isAuthentic(path)) {
      return true;
    }
    return answering().stream().anyMatch(each -> each.isAuthentic(path));
  }

  /** Those that go on by themselves. */
  List<IceSession> live() {
    List<IceSession> live = new ArrayList<>();
    if (prepared != null) {
      live.add(prepared);
    }
    live.add(current);
    if (previous != null) {
      live.add(previous);
    }
    return live;
  }

  /** Does all that is due. */
  void update(long now) {
    current.update(now);
    IceSession old = previous;
    if (old != null && current.selected() == null) {
      old.update(now);
    }
    if (old != null && (current.selected() != null || old.hasFailed())) {
      previous = null;
      retire(old, now);
    }
    while (!retired.isEmpty() && Deadline.isDue(retired.getFirst().until(), now)) {
      drop(retired.removeFirst().session());
    }
  }

  long deadline(long now) {
    long earliest = current.deadline(now);
    if (previous != null) {
      earliest = Math.min(earliest, previous.deadline(now));
    }
    return retired.isEmpty() ? earliest : Math.min(earliest, retired.getFirst().until());
  }

  void end() {
    live().forEach(IceSession::end);
    retired.clear();
  }

  private void replaceCurrent(IceSession next, long now) {
    IceSession old = current;
    current = next;
    if (old.remote() == null) {
      drop(old);
    } else if (old.selected() == null) {
      retire(old, now);
    } else {
      old.supersede();
      previous = old;
    }
  }

  /** For as long as a peer may hold that it has our consent (RFC 7675 §5.1). */
  private void retire(IceSession old, long now) {
    old.end();
    retired.add(new Retired(old, Deadline.after(now, parts.config().timings().consentExpiry())));
    if (retired.size() > MAX_RETIRED) {
      drop(retired.removeFirst().session());
    }
  }

  private void drop(@Nullable IceSession gone) {
    if (gone != null) {
      gone.end();
      if (gone.localCandidates().all().stream().anyMatch(each -> !uses(each.base()))) {
        parts.events().add(new IceEvent.LocalAddressesDropped());
      }
    }
  }

  /** Those that answer checks, the newest first. */
  private List<IceSession> answering() {
    List<IceSession> answering = live();
    retired.descendingIterator().forEachRemaining(each -> answering.add(each.session()));
    return answering;
  }
}
