package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A full ICE agent (RFC 8445) for one data stream with one component.
 *
 * <p>The caller tells it candidates, credentials, packets and the time, and polls packets, events
 * and the next deadline from it, in any order and as often as it likes. Times are nanoseconds since
 * the connection was made. Not thread-safe: one thread at a time.
 */
public final class IceAgent {
  /** The length in bytes that no message of the agent exceeds. */
  public static final int MAX_MESSAGE_LENGTH = 1200;

  private final IceConfig config;

  /**
   * An agent that does nothing until it has candidates and the peer's credentials.
   *
   * @param random the source of transaction identifiers and tie-breakers; cryptographically strong
   *     wherever it matters (RFC 7675 §8)
   * @param now the time
   */
  public IceAgent(IceConfig config, RandomGenerator random, long now) {
    this.config = config;
  }

  /** The role now. */
  public IceRole role() {
    return config.role();
  }

  /** Changes the role, as the signalling may before there are checks. */
  public void role(IceRole role) {}

  /** What the peer's checks have to be authenticated with. */
  public IceCredentials localCredentials() {
    return config.localCredentials();
  }

  /** The state now. */
  public IceState state() {
    return IceState.NEW;
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
    return new IceCandidate("1", 1, CandidateTransport.UDP, 1, base, CandidateType.HOST, null);
  }

  /** No further local candidate will be added. */
  public void endOfLocalCandidates(long now) {}

  /** Tells the peer's credentials, with which checks begin. */
  public void remoteCredentials(IceCredentials remote, long now) {}

  /**
   * Adds a candidate that the peer signalled. One that the agent has no use for (TCP, another
   * component, unresolved, too many) is ignored.
   */
  public void addRemoteCandidate(IceCandidate candidate, long now) {}

  /** The peer has signalled that no further candidate will come (RFC 8838 §14). */
  public void endOfRemoteCandidates(long now) {}

  /**
   * Takes a STUN packet. Whatever is wrong with it is counted, and the packet dropped.
   *
   * @param packet the packet, borrowed for the call
   * @param path {@code local} is the address of the socket that received it, {@code remote} the
   *     sender's
   */
  public void handlePacket(PacketBuffer packet, IcePath path, long now) {}

  /** Tells that {@link #nextDeadline()} has come. */
  public void handleTimeout(long now) {}

  /**
   * Appends the next message to {@code out}, which needs room for {@link #MAX_MESSAGE_LENGTH}.
   *
   * @return where the message goes, or null if there is none
   */
  public @Nullable IcePath pollPacket(PacketBuffer out) {
    return null;
  }

  /** The next event, or null. */
  public @Nullable IceEvent pollEvent() {
    return null;
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  /**
   * Where application data may be sent now: the nominated pair, or before there is one the best
   * valid pair (RFC 8445 §12.1), while consent holds (RFC 7675 §5.1); null otherwise.
   */
  public @Nullable IcePath selectedPath() {
    return null;
  }

  /**
   * Whether application data that came along {@code path} comes from the peer's address: a check on
   * this path succeeded, or an authentic check of the peer's came along it.
   */
  public boolean isValidRemote(IcePath path) {
    return false;
  }

  /** Ends everything; later calls do nothing. */
  public void close(long now) {}

  /** All pairs, best priority first. */
  public List<CandidatePairReport> pairs() {
    return List.of();
  }

  /** What was dropped so far. */
  public IceCounters counters() {
    return new IceCounters(0, 0, 0, 0, 0, 0, 0, 0);
  }
}
