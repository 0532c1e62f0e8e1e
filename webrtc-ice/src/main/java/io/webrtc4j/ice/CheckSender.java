package io.webrtc4j.ice;

import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.TransactionId;
import java.util.random.RandomGenerator;

/** Makes and sends our checks (RFC 8445 §7.2). */
final class CheckSender {
  private final Generation generation;
  private final RoleArbiter role;
  private final IceTimings timings;
  private final RandomGenerator random;
  private final Outbox outbox;

  CheckSender(
      Generation generation,
      RoleArbiter role,
      IceTimings timings,
      RandomGenerator random,
      Outbox outbox) {
    this.generation = generation;
    this.role = role;
    this.timings = timings;
    this.random = random;
    this.outbox = outbox;
  }

  /**
   * Begins a connectivity check of {@code pair}, which nominates it if {@code nominate} says so.
   */
  void check(CandidatePair pair, SideSecret remote, boolean nominate, long now) {
    // A valid pair is checked again only to nominate it, and is not less valid meanwhile.
    if (!pair.isValid()) {
      pair.state(CandidatePairState.IN_PROGRESS);
    }
    pair.checked(now);
    RetransmissionTimer timer = RetransmissionTimer.repeating(rto(), now);
    send(Transaction.Kind.CHECK, pair, remote, nominate, timer, now);
  }

  /**
   * Asks once whether the peer still wants to receive (RFC 7675 §5.1), and nominates the pair by
   * the way if {@code nominate} says so: where many packets are lost, that is another chance.
   */
  void consent(CandidatePair pair, SideSecret remote, boolean nominate, long now) {
    RetransmissionTimer timer = RetransmissionTimer.once(timings.consentExpiry(), now);
    send(Transaction.Kind.CONSENT, pair, remote, nominate, timer, now);
  }

  /**
   * Checks a valid pair anew, as a connectivity check with its retransmissions (RFC 8445 §14.3); no
   * answer changes nothing.
   */
  void checkAgain(CandidatePair pair, SideSecret remote, boolean nominate, long now) {
    RetransmissionTimer timer = RetransmissionTimer.repeating(rto(), now);
    send(Transaction.Kind.CONSENT, pair, remote, nominate, timer, now);
  }

  /** Sends a request again. */
  void resend(Transaction transaction) {
    outbox.add(transaction.bytes(), transaction.pair().path());
    transaction.pair().statistics().requestSent();
  }

  private void send(
      Transaction.Kind kind,
      CandidatePair pair,
      SideSecret remote,
      boolean useCandidate,
      RetransmissionTimer timer,
      long now) {
    BindingRequest request =
        new BindingRequest(
            TransactionId.next(random),
            remote.ufrag() + ":" + generation.local.ufrag(),
            pair.local().checkPriority(),
            role.role(),
            role.tieBreaker(),
            useCandidate);
    byte[] bytes = request.toMessage().toBytes(IntegrityAlgorithm.SHA1, remote.key());
    Transaction transaction = new Transaction(kind, pair, request, bytes, timer, now);
    generation.transactions.add(transaction);
    pair.statistics().checkBegun(kind);
    resend(transaction);
  }

  /**
   * RFC 8445 §14.3, where N is taken for the number of checklists, as in RFC 5245 §16.1: taken for
   * the number of checks it would let the RTO grow with their square.
   */
  private long rto() {
    return Math.max(
        timings.minimumRto(), timings.ta() * generation.checklist.waitingAndInProgress());
  }
}
