package io.webrtc4j.ice;

/**
 * What the peer can make the agent keep, at most.
 *
 * @param candidatePairs pairs on the checklist (RFC 8445 §6.1.2.5); the lowest priorities go first
 * @param remoteCandidates candidates of the peer, signalled or peer-reflexive; further ones are
 *     ignored
 * @param earlyChecks checks remembered that came before the peer's credentials
 */
public record IceLimits(int candidatePairs, int remoteCandidates, int earlyChecks) {
  // The number of RFC 8445 §6.1.2.5.
  private static final int DEFAULT_CANDIDATE_PAIRS = 100;
  private static final int DEFAULT_REMOTE_CANDIDATES = 128;
  private static final int DEFAULT_EARLY_CHECKS = 32;

  /** Checks that all are positive. */
  public IceLimits {
    if (candidatePairs <= 0 || remoteCandidates <= 0 || earlyChecks <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** 100 pairs, 128 remote candidates, 32 early checks. */
  public static IceLimits defaults() {
    return new IceLimits(DEFAULT_CANDIDATE_PAIRS, DEFAULT_REMOTE_CANDIDATES, DEFAULT_EARLY_CHECKS);
  }
}
