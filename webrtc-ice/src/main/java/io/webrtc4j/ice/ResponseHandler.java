package io.webrtc4j.ice;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.ErrorCode;
import io.webrtc4j.ice.stun.MessageIntegrity;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.XorMappedAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Takes the answers to our checks, and their absence (RFC 8445 §7.2.5, RFC 8489 §9.1.4). */
final class ResponseHandler {
  private final Generation generation;
  private final RoleArbiter role;
  private final RoleSwitch roleSwitch;
  private final Nomination nomination;
  private final Selection selection;
  private final CheckSender sender;
  private final Drops drops;

  ResponseHandler(
      Generation generation,
      RoleArbiter role,
      RoleSwitch roleSwitch,
      Nomination nomination,
      Selection selection,
      CheckSender sender,
      Drops drops) {
    this.generation = generation;
    this.role = role;
    this.roleSwitch = roleSwitch;
    this.nomination = nomination;
    this.selection = selection;
    this.sender = sender;
    this.drops = drops;
  }

  /** Takes a success or error response. */
  void handle(StunMessage message, PacketBuffer packet, IcePath path, long now) {
    Transaction transaction = generation.transactions.find(message.transactionId());
    SideSecret remote = generation.remote();
    if (transaction == null || remote == null) {
      drops.unknownTransaction();
      return;
    }
    // RFC 8489 §9.1.4: the same algorithm as in the request, or the answer does not count.
    if (MessageIntegrity.verify(packet, remote.key()) != MessageIntegrity.Verdict.RIGHT_SHA1) {
      drops.unauthenticated();
      transaction.refused(refusal(message));
      transaction.pair().statistics().failed(refusal(message));
      return;
    }
    CandidatePair pair = transaction.pair();
    if (!path.equals(pair.path())) {
      drops.asymmetric();
      asymmetric(transaction, path);
      return;
    }
    generation.transactions.remove(transaction);
    pair.statistics().responseReceived();
    if (!generation.checklist.contains(pair) || pair.isConsentLost()) {
      return;
    }
    if (message.messageClass() == StunClass.SUCCESS_RESPONSE) {
      succeeded(transaction, message, now);
    } else {
      refused(transaction, message);
    }
  }

  /** Sends again, or gives up, what was not answered in time. */
  void handleTimeout(long now) {
    for (Transaction transaction : generation.transactions.due(now)) {
      if (isMoot(transaction) || !transaction.timer().fire(now)) {
        generation.transactions.remove(transaction);
        timedOut(transaction);
      } else if (!transaction.isCancelled()) {
        sender.resend(transaction);
        transaction.pair().retransmitted();
      }
    }
  }

  /**
   * RFC 7675 §5.1: consent transactions end with the consent; and they are over when it is fresh.
   */
  private static boolean isMoot(Transaction transaction) {
    CandidatePair pair = transaction.pair();
    return !transaction.isCheck()
        && (pair.isConsentLost() || pair.consentedAt() > transaction.startedAt());
  }

  private void succeeded(Transaction transaction, StunMessage message, long now) {
    Optional<XorMappedAddress> mapped = message.first(XorMappedAddress.class);
    if (mapped.isEmpty() || !message.unknownRequiredTypes().isEmpty()) {
      fail(transaction, "the answer lacks XOR-MAPPED-ADDRESS or has attributes we do not know");
      return;
    }
    CandidatePair pair = transaction.pair();
    if (transaction.roundTripTime(now) >= 0) {
      pair.statistics().roundTripTime(transaction.roundTripTime(now));
    }
    generation.authenticPaths.heard(pair.path());
    if (transaction.isCheck()) {
      checked(pair, mapped.get().address(), now);
    } else if (pair.isValid()) {
      pair.consented(now);
    } else {
      return;
    }
    boolean nominatedByUs = transaction.request().useCandidate() && nomination.isNominating(pair);
    if (nominatedByUs || pair.isNominationPending()) {
      nomination.nominated(pair);
    }
  }

  // RFC 8445 §7.2.5.3.
  private void checked(CandidatePair pair, InetSocketAddress mapped, long now) {
    if (!pair.isValid()) {
      // One answer is enough; the others' absence must not fail the pair.
      generation.transactions.cancel(pair);
    }
    generation.checklist.succeeded(pair, reflexive(pair, mapped), role.role(), now);
    if (!nomination.isNominating(pair)) {
      generation.triggeredChecks.remove(pair);
    }
  }

  private void refused(Transaction transaction, StunMessage message) {
    int code = message.first(ErrorCode.class).map(ErrorCode::code).orElse(0);
    CandidatePair pair = transaction.pair();
    if (code == ErrorCode.ROLE_CONFLICT.code() && role.acceptsRejection()) {
      roleConflict(transaction);
    } else if (code == ErrorCode.FORBIDDEN_CODE && pair.isValid()) {
      selection.revoke(pair);
      nomination.failed(pair);
    } else {
      fail(transaction, "answered with error " + code);
    }
  }

  // RFC 8445 §7.2.5.1.
  private void roleConflict(Transaction transaction) {
    role.rejected();
    roleSwitch.conflict(transaction.request().role().opposite());
    if (transaction.isCheck() && !transaction.isCancelled()) {
      CandidatePair pair = transaction.pair();
      if (!pair.isValid()) {
        pair.state(CandidatePairState.WAITING);
        generation.triggeredChecks.add(pair);
      }
    }
  }

  // RFC 8445 §7.2.5.2.1.
  private void asymmetric(Transaction transaction, IcePath path) {
    if (transaction.isCheck()) {
      generation.transactions.remove(transaction);
      fail(
          transaction,
          "the answer came from "
              + AddressText.of(path.remote())
              + " to "
              + AddressText.of(path.local()));
    }
  }

  private void timedOut(Transaction transaction) {
    CandidatePair pair = transaction.pair();
    if (!transaction.isCheck()) {
      return;
    }
    if (!transaction.isCancelled()) {
      fail(transaction, transaction.timeoutError());
    } else if (pair.isIn(CandidatePairState.IN_PROGRESS)
        && !generation.transactions.hasCheck(pair)) {
      pair.fail("given up when another pair was nominated");
    }
  }

  private void fail(Transaction transaction, String error) {
    CandidatePair pair = transaction.pair();
    if (!transaction.isCheck() || transaction.isCancelled()) {
      return;
    }
    pair.fail(error);
    nomination.failed(pair);
  }

  /** Our own candidate that the peer sees (RFC 8445 §7.2.5.3.1). */
  private static IceCandidate reflexive(CandidatePair pair, InetSocketAddress mapped) {
    LocalCandidate local = pair.local();
    return mapped.equals(local.base()) ? local.candidate() : local.reflexive(mapped);
  }

  private static String refusal(StunMessage message) {
    String what =
        message
            .first(ErrorCode.class)
            .map(error -> "answered with error " + error.code())
            .orElse("answered");
    return what + ", without the message integrity of the peer's password";
  }
}
