package io.webrtc4j.ice;

/** The states of a candidate pair (RFC 8445 §6.1.2.6). */
public enum CandidatePairState {
  /** Waits for a check of a pair with the same foundation. */
  FROZEN,
  /** Waits for its turn to be checked. */
  WAITING,
  /** A check is under way. */
  IN_PROGRESS,
  /** A check was answered as it should be. */
  SUCCEEDED,
  /** A check was not answered, or with an error. */
  FAILED
}
