package io.webrtc4j.sctp.association;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.CookieWait;
import io.webrtc4j.sctp.association.AssociationState.Established;
import io.webrtc4j.sctp.association.AssociationState.ShutdownAckSent;
import io.webrtc4j.sctp.association.AssociationState.ShutdownPending;
import io.webrtc4j.sctp.association.AssociationState.ShutdownReceived;
import io.webrtc4j.sctp.association.AssociationState.ShutdownSent;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.ProtocolViolation;
import io.webrtc4j.sctp.packet.ShutdownAckChunk;
import io.webrtc4j.sctp.packet.ShutdownChunk;
import io.webrtc4j.sctp.packet.ShutdownCompleteChunk;
import io.webrtc4j.sctp.tx.Timer;

/** The end in good order (RFC 9260 §9.2). */
final class Shutdown {
  /** T5-shutdown-guard is so many times RTO.Max (RFC 9260 §9.2). */
  private static final int GUARD_FACTOR = 5;

  /** And at least this, since our RTO.Max is far below the RFC's. */
  private static final long MIN_GUARD = Deadline.seconds(60);

  private final AssociationContext context;

  Shutdown(AssociationContext context) {
    this.context = context;
  }

  /** The application wants to end. */
  void begin() {
    AssociationState state = context.state();
    if (state instanceof Established established) {
      context.become(new ShutdownPending(established.tcb()));
      advance();
    } else if (state instanceof CookieWait
        || state instanceof CookieEchoed
        || state instanceof AssociationState.Closed) {
      context.close("shut down before it was established");
    }
  }

  /** Goes on if all our data is acknowledged. */
  void advance() {
    AssociationState state = context.state();
    if (state instanceof ShutdownPending pending && pending.tcb().tx().isDone()) {
      sendShutdown(pending.tcb());
    } else if (state instanceof ShutdownReceived received && received.tcb().tx().isDone()) {
      sendShutdownAck(received.tcb());
    }
  }

  private void sendShutdown(Tcb tcb) {
    tcb.heartbeat().stop();
    context.become(new ShutdownSent(tcb, startedT2(tcb), guard()));
    context.outbox().add(new ShutdownChunk(tcb.rx().cumulativeTsn()));
  }

  private void sendShutdownAck(Tcb tcb) {
    tcb.heartbeat().stop();
    context.become(new ShutdownAckSent(tcb, startedT2(tcb), guard()));
    context.outbox().add(new ShutdownAckChunk());
  }

  private Timer startedT2(Tcb tcb) {
    Timer t2Shutdown = new Timer();
    t2Shutdown.start(context.now(), tcb.rto().rto());
    return t2Shutdown;
  }

  private long guard() {
    long duration = Math.max(GUARD_FACTOR * context.config().rtoMax(), MIN_GUARD);
    return Deadline.after(context.now(), duration);
  }

  /** Data came in SHUTDOWN-SENT: SHUTDOWN again, at once, and with a SACK if there are gaps. */
  void handleData() {
    if (context.state() instanceof ShutdownSent state) {
      Tcb tcb = state.tcb();
      state.t2Shutdown().stop();
      state.t2Shutdown().start(context.now(), tcb.rto().rto());
      // The guard is for peers that do nothing: one that still sends gets its time.
      context.become(new ShutdownSent(tcb, state.t2Shutdown(), guard()));
      context.outbox().add(new ShutdownChunk(tcb.rx().cumulativeTsn()));
      tcb.rx().acknowledgeAtOnce();
    }
  }

  /** Takes a SHUTDOWN. */
  void handleShutdown(ShutdownChunk chunk) {
    AssociationState state = context.state();
    if (state instanceof Established || state instanceof ShutdownPending) {
      Tcb tcb = ((AssociationState.WithTcb) state).tcb();
      tcb.tx().handleCumulativeTsnAck(chunk.cumulativeTsnAck(), context.now());
      context.become(new ShutdownReceived(tcb));
    } else if (state instanceof ShutdownReceived received) {
      received.tcb().tx().handleCumulativeTsnAck(chunk.cumulativeTsnAck(), context.now());
    } else if (state instanceof ShutdownSent sent) {
      sendShutdownAck(sent.tcb());
    }
    advance();
  }

  /** Takes a SHUTDOWN ACK. */
  void handleShutdownAck() {
    AssociationState state = context.state();
    if (state instanceof ShutdownSent || state instanceof ShutdownAckSent) {
      int tag = ((AssociationState.WithTcb) state).tcb().peer().tag();
      context.outbox().reply(tag, new ShutdownCompleteChunk(false));
      context.close("shut down");
    }
  }

  /** Takes a SHUTDOWN COMPLETE. */
  void handleShutdownComplete() {
    if (context.state() instanceof ShutdownAckSent) {
      context.close("shut down");
    }
  }

  /** Handles T2-shutdown and T5-shutdown-guard. */
  void handleTimeout() {
    AssociationState state = context.state();
    if (state instanceof ShutdownSent sent) {
      handleTimeout(sent.tcb(), sent.t2Shutdown(), sent.guard());
    } else if (state instanceof ShutdownAckSent sent) {
      handleTimeout(sent.tcb(), sent.t2Shutdown(), sent.guard());
    }
  }

  private void handleTimeout(Tcb tcb, Timer t2Shutdown, long guard) {
    if (Deadline.isDue(guard, context.now())) {
      context.abort(
          "the shutdown got no answer from the peer in time",
          new ProtocolViolation("T5-shutdown-guard expired"));
      return;
    }
    if (!t2Shutdown.expire(context.now())) {
      return;
    }
    if (t2Shutdown.expirations() > context.config().associationMaxRetrans()) {
      context.fail("the shutdown got no answer to " + t2Shutdown.expirations() + " packets");
      return;
    }
    tcb.rto().backOff();
    t2Shutdown.start(context.now(), tcb.rto().rto());
    ControlChunk again =
        context.state() instanceof ShutdownSent
            ? new ShutdownChunk(tcb.rx().cumulativeTsn())
            : new ShutdownAckChunk();
    context.outbox().add(again);
  }

  long nextDeadline() {
    AssociationState state = context.state();
    if (state instanceof ShutdownSent sent) {
      return Math.min(sent.t2Shutdown().deadline(), sent.guard());
    }
    if (state instanceof ShutdownAckSent sent) {
      return Math.min(sent.t2Shutdown().deadline(), sent.guard());
    }
    return Deadline.NEVER;
  }
}
