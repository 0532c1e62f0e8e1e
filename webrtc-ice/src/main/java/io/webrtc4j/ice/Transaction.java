package io.webrtc4j.ice;

import io.webrtc4j.ice.stun.TransactionId;
import org.jspecify.annotations.Nullable;

/** One request of ours that may still be answered. */
final class Transaction {
  private static final long AMBIGUOUS = -1;

  private final Kind kind;
  private final CandidatePair pair;
  private final BindingRequest request;
  private final byte[] bytes;
  private final RetransmissionTimer timer;
  private final long startedAt;
  private boolean cancelled;
  private @Nullable String refusal;

  /**
   * A request that goes out at {@code now}.
   *
   * @param bytes what is sent, and sent again
   */
  Transaction(
      Kind kind,
      CandidatePair pair,
      BindingRequest request,
      byte[] bytes,
      RetransmissionTimer timer,
      long now) {
    this.kind = kind;
    this.pair = pair;
    this.request = request;
    this.bytes = bytes;
    this.timer = timer;
    this.startedAt = now;
  }

  /** What a request is for. */
  enum Kind {
    /** A connectivity check, sent again until it is answered (RFC 8445 §7.2). */
    CHECK,
    /** A consent check (RFC 7675 §5.1), or the check of a pair that is valid. */
    CONSENT
  }

  TransactionId id() {
    return request.id();
  }

  boolean isCheck() {
    return kind == Kind.CHECK;
  }

  CandidatePair pair() {
    return pair;
  }

  BindingRequest request() {
    return request;
  }

  byte[] bytes() {
    return bytes;
  }

  RetransmissionTimer timer() {
    return timer;
  }

  /** When it went out first. */
  long startedAt() {
    return startedAt;
  }

  /** From now on neither sent again nor missed when unanswered (RFC 8445 §7.3.1.4). */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** The time to an answer at {@code now}; -1 if it might answer one of several transmissions. */
  long roundTripTime(long now) {
    return timer.transmissions() == 1 ? now - startedAt : AMBIGUOUS;
  }

  /** An answer came that was not authentic: told if nothing better comes (RFC 8489 §9.1.4). */
  void refused(String how) {
    refusal = how;
  }

  /** Why the transaction has failed, when its time is over. */
  String timeoutError() {
    if (refusal != null) {
      return refusal;
    }
    int sent = timer.transmissions();
    return "no answer to " + sent + (sent == 1 ? " request" : " requests");
  }
}
