package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.ice.stun.TransactionId;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final int PAIRS = 10;

  private final Transactions transactions = new Transactions(PAIRS);
  private long id;

  @Test
  void cancelledChecksAreForgottenBeforeAnyThatCounts() {
    Transaction counts = add();
    Transaction oldest = add();
    oldest.cancel();
    for (int i = 0; i < 5000; i++) {
      add().cancel();
    }
    assertThat(transactions.size()).isEqualTo(PAIRS + Transactions.ROOM_FOR_CANCELLED);
    assertThat(transactions.find(counts.id())).isSameAs(counts);
    assertThat(transactions.find(oldest.id())).isNull();
  }

  private Transaction add() {
    LocalCandidate local = new LocalCandidates(new HashMap<>()).add(at("192.0.2.1", 4000), 1);
    RemoteCandidate remote = new RemoteCandidate(Dialogue.candidate(Dialogue.Z), true);
    CandidatePair pair = new CandidatePair(local, remote, IceRole.CONTROLLING);
    BindingRequest request =
        new BindingRequest(new TransactionId(0, id++), "z:a", 1, IceRole.CONTROLLING, 1, false);
    Transaction transaction =
        new Transaction(
            Transaction.Kind.CHECK,
            pair,
            request,
            new byte[0],
            RetransmissionTimer.repeating(1, 0),
            0);
    transactions.add(transaction);
    return transaction;
  }
}
