package io.webrtc4j.ice;

/** Priorities of candidate pairs (RFC 8445 §6.1.2.3). */
final class PairPriority {
  // RFC 8445 §5.1.2; above it the formula would not fit 63 bits.
  private static final long MAX_CANDIDATE_PRIORITY = Integer.MAX_VALUE;
  private static final int MINIMUM_SHIFT = 32;

  private PairPriority() {}

  /** The priority, for an agent in the role {@code role}, of a pair of these priorities. */
  static long of(IceRole role, long localPriority, long remotePriority) {
    long local = Math.min(localPriority, MAX_CANDIDATE_PRIORITY);
    long remote = Math.min(remotePriority, MAX_CANDIDATE_PRIORITY);
    long controlling = role == IceRole.CONTROLLING ? local : remote;
    long controlled = role == IceRole.CONTROLLING ? remote : local;
    return (Math.min(controlling, controlled) << MINIMUM_SHIFT)
        + 2 * Math.max(controlling, controlled)
        + (controlling > controlled ? 1 : 0);
  }
}
