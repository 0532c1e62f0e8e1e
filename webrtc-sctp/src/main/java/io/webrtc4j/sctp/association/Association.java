package io.webrtc4j.sctp.association;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.CookieWait;
import io.webrtc4j.sctp.association.AssociationState.Ended;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.UserInitiatedAbort;
import io.webrtc4j.sctp.tx.OutboundMessage;
import io.webrtc4j.sctp.tx.SendQueue;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An association of RFC 9260 on one path: dispatches what comes in to the procedures, and gives out
 * what they have to say.
 */
public final class Association {
  /** Characters of an abort's reason that are sent. */
  private static final int MAX_REASON_LENGTH = 100;

  private final AssociationContext context;
  private final Handshake handshake;
  private final Shutdown shutdown;
  private final PacketReader reader;
  private final PacketAssembler assembler;

  /** An association in the state CLOSED. */
  public Association(AssociationConfig config, RandomGenerator random, long now) {
    context = new AssociationContext(config, random, now);
    handshake = new Handshake(context);
    shutdown = new Shutdown(context);
    ChunkHandler chunkHandler = new ChunkHandler(context, handshake, shutdown);
    CookieExchange cookies = new CookieExchange(context, handshake);
    reader = new PacketReader(context, handshake, cookies, chunkHandler);
    assembler = new PacketAssembler(context);
  }

  /** Begins the handshake; nothing happens if it was begun before, by us or by the peer. */
  public void connect(long now) {
    context.now(now);
    if (context.state() instanceof AssociationState.Closed) {
      handshake.connect();
    }
  }

  /** Takes a packet. */
  public void handlePacket(PacketBuffer packet, long now) {
    context.now(now);
    reader.handle(packet);
    settle();
  }

  /** Does what is due. */
  public void handleTimeout(long now) {
    context.now(now);
    AssociationState state = context.state();
    if (state instanceof CookieWait wait) {
      handshake.handleTimeout(wait);
    } else if (state instanceof CookieEchoed echoed) {
      handshake.handleTimeout(echoed);
    } else {
      handleTimeout(context.tcb());
    }
    settle();
  }

  private void handleTimeout(@Nullable Tcb tcb) {
    if (tcb == null) {
      return;
    }
    tcb.rx().handleTimeout(context.now());
    tcb.outgoingResets().handleTimeout();
    tcb.heartbeat().handleTimeout(assembler.lastDataSent());
    if (tcb.tx().handleTimeout(context.now())) {
      tcb.errors().failed();
    }
    if (tcb.errors().isExceeded()) {
      // RFC 9260 §8.1
      context.abort(
          "the peer did not answer " + context.config().associationMaxRetrans() + " times in a row",
          new UserInitiatedAbort("unreachable"));
      return;
    }
    shutdown.handleTimeout();
  }

  /** Appends the next packet to {@code out}; false if there is none. */
  public boolean pollPacket(PacketBuffer out) {
    boolean polled = assembler.assemble(out);
    settle();
    return polled;
  }

  /** The next event, or null. */
  public @Nullable AssociationEvent pollEvent() {
    return context.events().poll();
  }

  /** When {@link #handleTimeout} is wanted. */
  public long nextDeadline() {
    return Math.min(context.sendQueue().nextExpiry(), nextDeadlineOfState());
  }

  private long nextDeadlineOfState() {
    AssociationState state = context.state();
    if (state instanceof CookieWait wait) {
      return wait.t1Init().deadline();
    }
    if (state instanceof CookieEchoed echoed) {
      return echoed.t1Cookie().deadline();
    }
    Tcb tcb = context.tcb();
    if (tcb == null) {
      return Deadline.NEVER;
    }
    long own = Math.min(shutdown.nextDeadline(), tcb.outgoingResets().nextDeadline());
    long path = Math.min(tcb.heartbeat().nextDeadline(), tcb.tx().nextDeadline());
    return Math.min(Math.min(own, path), tcb.rx().nextDeadline());
  }

  /** Queues a message, in any state; it is sent once there is an association. */
  public void send(OutboundMessage message, long now) {
    context.now(now);
    context.sendQueue().add(message);
    Tcb tcb = context.tcb();
    if (tcb != null) {
      tcb.tx().allowBurst();
    }
    settle();
  }

  /** Says whether messages outlive a restart of the peer's (RFC 9260 §5.2.4 A). */
  public void keepMessages(boolean value) {
    context.keepMessages(value);
  }

  /** Resets our outgoing {@code streams} once what is queued on them is sent (RFC 6525). */
  public void resetStreams(Collection<Integer> streams, long now) {
    context.now(now);
    Tcb tcb = context.tcb();
    if (tcb != null) {
      tcb.outgoingResets().want(streams);
    }
  }

  /** Says how many bytes of messages the application has yet to take. */
  public void unread(long bytes) {
    Tcb tcb = context.tcb();
    if (tcb != null) {
      tcb.rx().unread(bytes);
    }
  }

  /** Whether {@link #unread} with so many bytes would tell the peer of more room. */
  public boolean isWindowUpdateDue(long unreadBytes) {
    Tcb tcb = context.tcb();
    return tcb != null && tcb.rx().isUpdateWorthwhile(unreadBytes);
  }

  /** Ends once all data is acknowledged (RFC 9260 §9.2). */
  public void shutdown(long now) {
    context.now(now);
    shutdown.begin();
    settle();
  }

  /** Ends at once, and tells the peer (RFC 9260 §9.1). */
  public void abort(String reason, long now) {
    context.now(now);
    if (context.state() instanceof Ended) {
      return;
    }
    Tcb tcb = context.tcb();
    if (tcb != null) {
      String shortened = reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH));
      UserInitiatedAbort cause = new UserInitiatedAbort(shortened);
      context.outbox().reply(tcb.peer().tag(), new AbortChunk(false, List.of(cause)));
    }
    context.close("aborted: " + reason);
  }

  /** What waits to be sent. */
  public SendQueue sendQueue() {
    return context.sendQueue();
  }

  /** The state. */
  public AssociationState state() {
    return context.state();
  }

  /** What was counted and measured. */
  public AssociationStatistics statistics() {
    return AssociationStatistics.of(context.counters(), context.sendQueue(), context.latestTcb());
  }

  /** The streams negotiated in both directions, or 0 without a TCB. */
  public int streams() {
    Tcb tcb = context.tcb();
    return tcb == null ? 0 : Math.min(tcb.outboundStreams(), tcb.inboundStreams());
  }

  /** Draws the consequences of what was done, and of the time that has passed. */
  private void settle() {
    context.sendQueue().expire(context.now());
    Tcb tcb = context.tcb();
    if (tcb != null && !(context.state() instanceof CookieEchoed)) {
      tcb.tx().expire(context.now());
      tcb.tx().armProbe(context.now());
      shutdown.advance();
    }
    int stream = context.sendQueue().pollBecameLow();
    while (stream >= 0) {
      context.events().add(new AssociationEvent.BufferedAmountLow(stream));
      stream = context.sendQueue().pollBecameLow();
    }
  }
}
