package io.webrtc4j.sctp.association;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.Established;
import io.webrtc4j.sctp.association.AssociationState.ShutdownPending;
import io.webrtc4j.sctp.association.AssociationState.ShutdownReceived;
import io.webrtc4j.sctp.association.AssociationState.ShutdownSent;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ErrorCause;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.HeartbeatAckChunk;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.InvalidStreamIdentifier;
import io.webrtc4j.sctp.packet.NoUserData;
import io.webrtc4j.sctp.packet.ProtocolViolation;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.packet.ShutdownChunk;
import io.webrtc4j.sctp.packet.StaleCookie;
import io.webrtc4j.sctp.packet.UnrecognizedChunkType;
import io.webrtc4j.sctp.packet.UserInitiatedAbort;
import io.webrtc4j.sctp.rx.ContradictionException;
import io.webrtc4j.sctp.rx.DataReceiver;
import io.webrtc4j.sctp.rx.InboundMessage;
import java.util.List;

/** Does what the chunks of an accepted packet say, in their order, when there is a TCB. */
final class ChunkHandler {
  /** Characters of the peer's reasons that are repeated. */
  private static final int MAX_REASON_LENGTH = 300;

  private final AssociationContext context;
  private final Handshake handshake;
  private final Shutdown shutdown;
  private final DataChunk data = new DataChunk();
  private boolean dataInPacket;

  ChunkHandler(AssociationContext context, Handshake handshake, Shutdown shutdown) {
    this.context = context;
    this.handshake = handshake;
    this.shutdown = shutdown;
  }

  /** Takes the chunks from the one at which {@code chunks} stands to the last. */
  void handle(ChunkReader chunks) throws DecodeException {
    dataInPacket = false;
    try {
      boolean more = true;
      while (more && context.tcb() != null) {
        more = handleOne(chunks) && chunks.next();
      }
    } catch (ContradictionException contradiction) {
      String what = String.valueOf(contradiction.getMessage());
      context.abort("the peer's data makes no sense: " + what, new ProtocolViolation(what));
    } finally {
      endPacket();
    }
  }

  private void endPacket() {
    Tcb tcb = context.tcb();
    if (tcb == null) {
      return;
    }
    tcb.incomingResets().advance();
    drainMessages(tcb);
    if (dataInPacket) {
      shutdown.handleData();
    }
    tcb.rx().endPacket(context.now());
    shutdown.advance();
  }

  /** Takes one chunk; false if the rest of the packet is to be ignored. */
  private boolean handleOne(ChunkReader chunks) throws DecodeException, ContradictionException {
    Tcb tcb = context.tcb();
    if (tcb == null) {
      return false;
    }
    switch (chunks.type()) {
      case ChunkType.DATA -> handleData(tcb, chunks);
      case ChunkType.SACK -> handleSack(tcb, SackChunk.parse(chunks.value()));
      case ChunkType.HEARTBEAT -> handleHeartbeat(HeartbeatChunk.parse(chunks.value()));
      case ChunkType.HEARTBEAT_ACK ->
          tcb.heartbeat().handleAck(HeartbeatAckChunk.parse(chunks.value()));
      case ChunkType.ABORT -> handleAbort(AbortChunk.parse(chunks.flags(), chunks.value()));
      case ChunkType.SHUTDOWN -> shutdown.handleShutdown(ShutdownChunk.parse(chunks.value()));
      case ChunkType.SHUTDOWN_ACK -> shutdown.handleShutdownAck();
      case ChunkType.SHUTDOWN_COMPLETE -> shutdown.handleShutdownComplete();
      case ChunkType.ERROR -> handleError(ErrorChunk.parse(chunks.value()));
      case ChunkType.COOKIE_ACK -> handshake.handleCookieAck();
      case ChunkType.RE_CONFIG -> handleReConfig(tcb, ReConfigChunk.parse(chunks.value()));
      case ChunkType.FORWARD_TSN -> handleForwardTsn(tcb, ForwardTsnChunk.parse(chunks.value()));
      case ChunkType.INIT, ChunkType.INIT_ACK, ChunkType.COOKIE_ECHO -> {
        // Out of place (RFC 9260 §5.2.3, §6.10).
      }
      default -> {
        return handleUnrecognized(chunks);
      }
    }
    return true;
  }

  private void handleData(Tcb tcb, ChunkReader chunks)
      throws DecodeException, ContradictionException {
    if (!takesData()) {
      return;
    }
    data.wrap(chunks);
    if (data.payloadLength() == 0) {
      // RFC 9260 §6.2
      context.abort("the peer sent a DATA chunk without data", new NoUserData(data.tsn()));
      return;
    }
    dataInPacket = true;
    if (tcb.rx().handleData(data) == DataReceiver.Verdict.INVALID_STREAM) {
      // RFC 9260 §6.5
      report(new InvalidStreamIdentifier(data.streamId()));
    }
    drainMessages(tcb);
  }

  /** RFC 9260 §6: the states in which DATA is received. */
  private boolean takesData() {
    AssociationState state = context.state();
    return state instanceof Established
        || state instanceof ShutdownPending
        || state instanceof ShutdownSent;
  }

  private void drainMessages(Tcb tcb) {
    InboundMessage message = tcb.rx().pollMessage();
    while (message != null) {
      context.events().add(new AssociationEvent.Received(message));
      message = tcb.rx().pollMessage();
    }
  }

  private void handleSack(Tcb tcb, SackChunk sack) {
    AssociationState state = context.state();
    if (state instanceof Established
        || state instanceof ShutdownPending
        || state instanceof ShutdownReceived) {
      if (tcb.tx().handleSack(sack, context.now()) && tcb.tx().lastSackBroughtNews()) {
        tcb.errors().succeeded();
      }
    }
  }

  private void handleHeartbeat(HeartbeatChunk heartbeat) {
    context.outbox().add(new HeartbeatAckChunk(heartbeat.content()));
  }

  /** Takes an ABORT whose tag was found right (RFC 9260 §9.1). */
  void handleAbort(AbortChunk abort) {
    StringBuilder reason = new StringBuilder("the peer aborted the association");
    for (ErrorCause cause : abort.causes()) {
      if (cause instanceof UserInitiatedAbort user) {
        reason.append(": ").append(user.reason());
      } else {
        reason.append(": ").append(cause);
      }
    }
    context.fail(reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH)));
  }

  private void handleError(ErrorChunk error) {
    for (ErrorCause cause : error.causes()) {
      if (cause instanceof StaleCookie stale) {
        handshake.handleStaleCookie(stale);
      }
    }
  }

  private void handleReConfig(Tcb tcb, ReConfigChunk chunk) {
    if (!(context.state() instanceof CookieEchoed)) {
      drainMessages(tcb);
      tcb.incomingResets().handle(chunk);
      drainMessages(tcb);
    }
  }

  private void handleForwardTsn(Tcb tcb, ForwardTsnChunk chunk) throws ContradictionException {
    if (takesData()) {
      tcb.rx().handleForwardTsn(chunk);
      drainMessages(tcb);
    }
  }

  /** RFC 9260 §3.2: the two high bits say what to do. */
  private boolean handleUnrecognized(ChunkReader chunks) {
    if (ChunkType.reportsIfUnrecognized(chunks.type())) {
      report(new UnrecognizedChunkType(chunks.copy()));
    }
    return ChunkType.skipsIfUnrecognized(chunks.type());
  }

  private void report(ErrorCause cause) {
    context.outbox().add(new ErrorChunk(List.of(cause)));
  }
}
