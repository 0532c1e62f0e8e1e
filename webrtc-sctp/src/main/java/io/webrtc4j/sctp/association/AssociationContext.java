package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ErrorCause;
import io.webrtc4j.sctp.tx.SendQueue;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the procedures of one association share: its state above all. */
final class AssociationContext {
  private final AssociationConfig config;
  private final RandomGenerator random;
  private final SendQueue sendQueue = new SendQueue();
  private final Outbox outbox;
  private final Queue<AssociationEvent> events = new ArrayDeque<>();
  private final AssociationCounters counters = new AssociationCounters();
  private AssociationState state = new AssociationState.Closed();
  private @Nullable Tcb latestTcb;
  private boolean keepsMessages;
  private long now;

  AssociationContext(AssociationConfig config, RandomGenerator random, long now) {
    this.config = config;
    this.random = random;
    this.now = now;
    this.outbox = new Outbox(config.maxPacketSize());
  }

  /** Ends the association and tells why. */
  void fail(String reason) {
    end(new AssociationEvent.Failed(reason));
  }

  /** Ends the association in good order. */
  void close(String reason) {
    end(new AssociationEvent.Closed(reason));
  }

  /** Tells the peer with an ABORT, and ends the association. */
  void abort(String reason, ErrorCause... causes) {
    Tcb tcb = tcb();
    if (tcb != null) {
      outbox.reply(tcb.peer().tag(), new AbortChunk(false, List.of(causes)));
    }
    fail(reason);
  }

  private void end(AssociationEvent event) {
    state = new AssociationState.Ended();
    outbox.clearChunks();
    sendQueue.resetAll();
    events.add(event);
  }

  /** The TCB, or null in states without. */
  @Nullable Tcb tcb() {
    return state instanceof AssociationState.WithTcb withTcb ? withTcb.tcb() : null;
  }

  AssociationState state() {
    return state;
  }

  void become(AssociationState next) {
    state = next;
    if (tcb() != null) {
      latestTcb = tcb();
    }
  }

  /** Whether messages outlive a restart of the peer's. */
  boolean keepsMessages() {
    return keepsMessages;
  }

  void keepMessages(boolean value) {
    keepsMessages = value;
  }

  /** The TCB that there is or was last: for statistics. */
  @Nullable Tcb latestTcb() {
    return latestTcb;
  }

  AssociationConfig config() {
    return config;
  }

  RandomGenerator random() {
    return random;
  }

  SendQueue sendQueue() {
    return sendQueue;
  }

  Outbox outbox() {
    return outbox;
  }

  Queue<AssociationEvent> events() {
    return events;
  }

  AssociationCounters counters() {
    return counters;
  }

  long now() {
    return now;
  }

  void now(long value) {
    now = value;
  }
}
