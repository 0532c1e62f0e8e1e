package io.webrtc4j.ice;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our host candidates in one ICE session (RFC 8445 §5.1.1). */
final class LocalCandidates {
  /** Media and data share one component (RFC 8445 §5.1.1.1). */
  static final int COMPONENT = 1;

  private final List<LocalCandidate> candidates = new ArrayList<>();
  private final Map<InetAddress, String> foundations;
  private boolean complete;

  /**
   * None.
   *
   * @param foundations those that addresses were given in earlier sessions, to be added to
   */
  LocalCandidates(Map<InetAddress, String> foundations) {
    this.foundations = foundations;
  }

  /** Adds a candidate, or returns the one that has this base already. */
  LocalCandidate add(InetSocketAddress base, int localPreference) {
    requireUsable(base, localPreference);
    LocalCandidate known = find(base);
    if (known != null) {
      return known;
    }
    IceCandidate candidate =
        new IceCandidate(
            foundation(base.getAddress()),
            COMPONENT,
            CandidateTransport.UDP,
            CandidatePriority.of(CandidateType.HOST, localPreference, COMPONENT),
            base,
            CandidateType.HOST,
            null);
    LocalCandidate added = new LocalCandidate(candidate, base, localPreference);
    candidates.add(added);
    return added;
  }

  /** The candidate whose base is {@code base}, or null. */
  @Nullable LocalCandidate find(InetSocketAddress base) {
    for (LocalCandidate candidate : candidates) {
      if (candidate.base().equals(base)) {
        return candidate;
      }
    }
    return null;
  }

  List<LocalCandidate> all() {
    return candidates;
  }

  void complete() {
    complete = true;
  }

  /** Whether no further candidate will come. */
  boolean isComplete() {
    return complete;
  }

  // Host candidates share a foundation if they share an address (RFC 8445 §5.1.1.3).
  private String foundation(InetAddress address) {
    return foundations.computeIfAbsent(address, unseen -> Integer.toString(foundations.size() + 1));
  }

  private static void requireUsable(InetSocketAddress base, int localPreference) {
    if (base.isUnresolved() || base.getAddress().isAnyLocalAddress() || base.getPort() == 0) {
      throw new IllegalArgumentException(
          "a host candidate needs the address and port of one interface that a socket is bound to,"
              + " not "
              + base);
    }
    if (localPreference < 0 || localPreference > CandidatePriority.MAX_LOCAL_PREFERENCE) {
      throw new IllegalArgumentException(
          "local preference must be from 0 to 65535, is " + localPreference);
    }
  }
}
