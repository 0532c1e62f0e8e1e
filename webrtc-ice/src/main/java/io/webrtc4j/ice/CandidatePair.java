package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One of our bases with one of the peer's candidates (RFC 8445 §6.1.2).
 *
 * <p>The valid pair that a successful check constructs (RFC 8445 §7.2.5.3.2) is this same object:
 * all of our candidates with one base share the way that data takes, so that the valid pair differs
 * from the checked one in nothing but its local candidate and with it its priority.
 */
final class CandidatePair {
  private final LocalCandidate local;
  private final RemoteCandidate remote;
  private final IcePath path;
  private final PairStatistics statistics = new PairStatistics();
  private CandidatePairState state = CandidatePairState.FROZEN;
  private long priority;
  private @Nullable IceCandidate validLocal;
  private long checkedAt = Deadline.NEVER;
  private boolean retransmitted;
  private boolean nominated;
  private boolean consentLost;
  private boolean dataHeard;
  private boolean nominationPending;
  private long consentedAt;
  private long heardAt;

  CandidatePair(LocalCandidate local, RemoteCandidate remote, IceRole role) {
    this.local = local;
    this.remote = remote;
    this.path = new IcePath(local.base(), remote.candidate().address());
    rank(role);
  }

  LocalCandidate local() {
    return local;
  }

  RemoteCandidate remote() {
    return remote;
  }

  /** Our candidate as the peer sees it: after a successful check that may be a reflexive one. */
  IceCandidate localCandidate() {
    return validLocal != null ? validLocal : local.candidate();
  }

  IcePath path() {
    return path;
  }

  PairStatistics statistics() {
    return statistics;
  }

  CandidatePairState state() {
    return state;
  }

  void state(CandidatePairState state) {
    this.state = state;
  }

  boolean isIn(CandidatePairState expected) {
    return state == expected;
  }

  long priority() {
    return priority;
  }

  /** Computes the priority anew, for the role that we have now. */
  void rank(IceRole role) {
    priority = PairPriority.of(role, localCandidate().priority(), remote.candidate().priority());
  }

  /**
   * When the pair was checked first, since it has failed if it has; else {@link Deadline#NEVER}.
   */
  long checkedAt() {
    return checkedAt;
  }

  void checked(long now) {
    checkedAt = Math.min(checkedAt, now);
  }

  /** Whether a check of this pair had to be sent again. */
  boolean isRetransmitted() {
    return retransmitted;
  }

  void retransmitted() {
    retransmitted = true;
  }

  /** RFC 8445 §6.1.2.6: both candidates' foundations. */
  boolean hasFoundationOf(CandidatePair other) {
    return local.candidate().foundation().equals(other.local.candidate().foundation())
        && remote.candidate().foundation().equals(other.remote.candidate().foundation());
  }

  /** Whether the pair is on the valid list (RFC 8445 §7.2.5.3.2). */
  boolean isValid() {
    return validLocal != null;
  }

  /** A check was answered, and the answer said that the peer knows us as {@code reflexive}. */
  void succeed(IceCandidate reflexive, IceRole role, long now) {
    state = CandidatePairState.SUCCEEDED;
    validLocal = reflexive;
    rank(role);
    consented(now);
  }

  /** A check failed, or consent is gone. */
  void fail(String error) {
    state = CandidatePairState.FAILED;
    validLocal = null;
    nominated = false;
    nominationPending = false;
    checkedAt = Deadline.NEVER;
    statistics.failed(error);
  }

  /**
   * Consent for the pair in use is gone, after which it must not be asked for again with the same
   * credentials (RFC 7675 §5.1).
   */
  void loseConsent(String error) {
    fail(error);
    consentLost = true;
  }

  boolean isConsentLost() {
    return consentLost;
  }

  boolean isNominated() {
    return nominated;
  }

  void nominate() {
    nominated = true;
    nominationPending = false;
  }

  /** Whether the peer has nominated the pair before our own check of it succeeded. */
  boolean isNominationPending() {
    return nominationPending;
  }

  void nominationPending(boolean pending) {
    nominationPending = pending;
  }

  /** The peer answered a check of ours: that is consent, too (RFC 7675 §5.1). */
  void consented(long now) {
    consentedAt = now;
    heard(now);
  }

  /** When the last consent ends. */
  long consentEnd(long expiry) {
    return Deadline.after(consentedAt, expiry);
  }

  long consentedAt() {
    return consentedAt;
  }

  /** Data of the peer's came, which it sends where it takes the pair for nominated. */
  void dataHeard() {
    dataHeard = true;
  }

  boolean isDataHeard() {
    return dataHeard;
  }

  /** Something authentic came. */
  void heard(long now) {
    heardAt = now;
  }

  long heardAt() {
    return heardAt;
  }

  /** Both ends, for people. */
  String description() {
    return AddressText.of(path.local())
        + " -> "
        + AddressText.of(path.remote())
        + " ("
        + localCandidate().type().token()
        + "/"
        + remote.candidate().type().token()
        + ")";
  }
}
