package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides that ICE has failed (RFC 8445 §7.2.5.4, RFC 8838 §8) and says why. */
final class Failure {
  private static final int MAX_PAIRS_TOLD = 20;

  private final Generation generation;
  private final LocalCandidates localCandidates;
  private final Selection selection;
  private final Patience patience;

  Failure(
      Generation generation,
      LocalCandidates localCandidates,
      Selection selection,
      Patience patience) {
    this.generation = generation;
    this.localCandidates = localCandidates;
    this.selection = selection;
    this.patience = patience;
  }

  /**
   * Why there is no hope, or null while there is some. That the peer has not told the end of its
   * candidates keeps hope alive only as long as patience does (RFC 8863 §5).
   */
  @Nullable String reason(long now) {
    String consentLoss = selection.consentLoss();
    if (consentLoss != null) {
      return consentLoss;
    }
    return Deadline.isDue(deadline(), now) ? exhausted() : null;
  }

  /** When it is to be told that nothing works, as things are now. */
  long deadline() {
    if (selection.selected() != null || !localCandidates.isComplete()) {
      return Deadline.NEVER;
    }
    return Math.max(patience.endsAt(), generation.checklist.hopelessAt());
  }

  private String exhausted() {
    if (generation.checklist.isEmpty()) {
      return "no candidate pair could be formed: "
          + localCandidates.all().size()
          + " local candidates, "
          + generation.remoteCandidates.all().size()
          + " remote ones ("
          + generation.remoteCandidates.ignored()
          + " more were of no use), and no check came from the peer";
    }
    List<CandidatePair> pairs = generation.checklist.pairs();
    StringBuilder reason =
        new StringBuilder("no candidate pair works, of ").append(pairs.size()).append(" tried: ");
    String separator = "";
    for (CandidatePair pair : pairs.subList(0, Math.min(pairs.size(), MAX_PAIRS_TOLD))) {
      reason.append(separator).append(pair.description()).append(": ");
      String error = pair.statistics().lastError();
      reason.append(error == null ? "no answer" : error);
      separator = "; ";
    }
    return reason.append(pairs.size() > MAX_PAIRS_TOLD ? "; and others" : "").toString();
  }
}
