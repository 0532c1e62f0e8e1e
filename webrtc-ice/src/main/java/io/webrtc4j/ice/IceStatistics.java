package io.webrtc4j.ice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has at present, for statistics. What belongs to a generation before the last
 * restart is gone, but for the pair that is in use still.
 *
 * @param state the agent's state
 * @param role the role now
 * @param localUfrag what the peer's checks have to name, in our latest description
 * @param local our candidates, those of a restart that is prepared among them
 * @param remote the peer's candidates
 * @param pairs the pairs, the best first
 */
public record IceStatistics(
    IceState state,
    IceRole role,
    String localUfrag,
    List<Candidate> local,
    List<Candidate> remote,
    List<Pair> pairs) {

  /** The lists are copied. */
  public IceStatistics {
    local = List.copyOf(local);
    remote = List.copyOf(remote);
    pairs = List.copyOf(pairs);
  }

  /**
   * A candidate.
   *
   * @param candidate what it is
   * @param ufrag the username fragment of its side's generation; null while the peer's is unknown
   */
  public record Candidate(IceCandidate candidate, @Nullable String ufrag) {}

  /**
   * A pair.
   *
   * @param local our end, one of the agent's candidates
   * @param remote the peer's end, one of the agent's candidates
   * @param path where its packets go
   * @param selected whether data goes this way now
   * @param report its state and its checks
   * @param traffic what else it carried
   */
  public record Pair(
      Candidate local,
      Candidate remote,
      IcePath path,
      boolean selected,
      CandidatePairReport report,
      PairTraffic traffic) {}

  static IceStatistics of(IceState state, IceRole role, IceSessions sessions) {
    Set<Candidate> local = new LinkedHashSet<>();
    Set<Candidate> remote = new LinkedHashSet<>();
    List<Pair> pairs = new ArrayList<>();
    addCandidates(sessions.current(), local, remote);
    addCandidates(sessions.newest(), local, remote);
    CandidatePair selected = sessions.selected();
    for (CandidatePair pair : sessions.current().pairs()) {
      pairs.add(pair(sessions.current(), pair, pair.equals(selected)));
    }
    IceSession previous = sessions.previous();
    if (previous != null && selected != null && previous.pairs().contains(selected)) {
      pairs.add(pair(previous, selected, true));
    }
    for (Pair pair : pairs) {
      local.add(pair.local());
      remote.add(pair.remote());
    }
    return new IceStatistics(
        state,
        role,
        sessions.newest().credentials().ufrag(),
        List.copyOf(local),
        List.copyOf(remote),
        pairs);
  }

  private static void addCandidates(
      IceSession session, Set<Candidate> local, Set<Candidate> remote) {
    for (LocalCandidate each : session.localCandidates().all()) {
      local.add(ofOurs(session, each.candidate()));
    }
    for (RemoteCandidate each : session.remoteCandidates().all()) {
      remote.add(ofPeers(session, each.candidate()));
    }
  }

  private static Pair pair(IceSession session, CandidatePair pair, boolean selected) {
    return new Pair(
        ofOurs(session, pair.localCandidate()),
        ofPeers(session, pair.remote().candidate()),
        pair.path(),
        selected,
        pair.statistics().report(pair),
        pair.statistics().traffic());
  }

  private static Candidate ofOurs(IceSession session, IceCandidate candidate) {
    return new Candidate(candidate, session.credentials().ufrag());
  }

  private static Candidate ofPeers(IceSession session, IceCandidate candidate) {
    IceCredentials credentials = session.remote();
    return new Candidate(candidate, credentials == null ? null : credentials.ufrag());
  }
}
