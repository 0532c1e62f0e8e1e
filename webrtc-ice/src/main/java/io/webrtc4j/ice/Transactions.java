package io.webrtc4j.ice;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.stun.TransactionId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests that are under way, oldest first. */
final class Transactions {
  /**
   * Room for cancelled checks beside one check for each pair: a peer that sends checks all the time
   * makes us begin and cancel one every Ta, and answers of the last 20 seconds still count.
   */
  static final int ROOM_FOR_CANCELLED = 400;

  private final Map<TransactionId, Transaction> byId = new LinkedHashMap<>();
  private final int limit;

  Transactions(int pairLimit) {
    this.limit = pairLimit + ROOM_FOR_CANCELLED;
  }

  /** Adds a transaction; at the limit the oldest cancelled one is forgotten. */
  void add(Transaction transaction) {
    if (byId.size() >= limit) {
      forgetOldestCancelled();
    }
    byId.put(transaction.id(), transaction);
  }

  @Nullable Transaction find(TransactionId id) {
    return byId.get(id);
  }

  void remove(Transaction transaction) {
    byId.remove(transaction.id());
  }

  /** Whether a check of {@code pair} is under way and not cancelled. */
  boolean hasCheck(CandidatePair pair) {
    for (Transaction transaction : byId.values()) {
      if (isCheckOf(pair, transaction)) {
        return true;
      }
    }
    return false;
  }

  /** Cancels the checks of {@code pair}. */
  void cancel(CandidatePair pair) {
    for (Transaction transaction : byId.values()) {
      if (isCheckOf(pair, transaction)) {
        transaction.cancel();
      }
    }
  }

  /** The transactions whose deadline has come. */
  List<Transaction> due(long now) {
    List<Transaction> due = new ArrayList<>();
    for (Transaction transaction : byId.values()) {
      if (Deadline.isDue(transaction.timer().deadline(), now)) {
        due.add(transaction);
      }
    }
    return due;
  }

  long deadline() {
    long earliest = Deadline.NEVER;
    for (Transaction transaction : byId.values()) {
      earliest = Math.min(earliest, transaction.timer().deadline());
    }
    return earliest;
  }

  void clear() {
    byId.clear();
  }

  int size() {
    return byId.size();
  }

  private void forgetOldestCancelled() {
    Iterator<Transaction> oldest = byId.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().isCancelled()) {
        oldest.remove();
        return;
      }
    }
  }

  private static boolean isCheckOf(CandidatePair pair, Transaction transaction) {
    return transaction.pair() == pair && transaction.isCheck() && !transaction.isCancelled();
  }
}
