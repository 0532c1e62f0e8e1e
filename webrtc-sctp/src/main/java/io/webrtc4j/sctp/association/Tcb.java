package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.rx.DataReceiver;
import io.webrtc4j.sctp.tx.DataSender;
import io.webrtc4j.sctp.tx.RtoEstimator;

/** The transmission control block: what there is once both sides know one another. */
public final class Tcb {
  private final AssociationConfig config;
  private final LocalEnd local;
  private final RtoEstimator rto;
  private final DataSender tx;
  private final DataReceiver rx;
  private final OutgoingResets outgoingResets;
  private final IncomingResets incomingResets;
  private final Heartbeat heartbeat;
  private final ErrorCounter errors;
  private final int localTieTag;
  private final int peerTieTag;
  private Peer peer;

  Tcb(AssociationContext context, LocalEnd local, Peer peer) {
    this.config = context.config();
    this.local = local;
    this.peer = peer;
    this.rto = new RtoEstimator(config.rtoInitial(), config.rtoMin(), config.rtoMax());
    this.tx =
        new DataSender(
            context.sendQueue(),
            rto,
            local.initialTsn(),
            peer.aRwnd(),
            config.maxPacketSize(),
            peer.forwardTsn());
    this.rx =
        new DataReceiver(
            peer.initialTsn(),
            inboundStreams(),
            config.receiveWindow(),
            config.maxMessageSize(),
            config.maxPacketSize());
    this.errors = new ErrorCounter(config.associationMaxRetrans());
    this.heartbeat = new Heartbeat(context, rto, errors);
    this.outgoingResets = new OutgoingResets(context, this);
    this.incomingResets = new IncomingResets(context, this);
    this.localTieTag = LocalEnd.nonZero(context.random());
    this.peerTieTag = LocalEnd.nonZero(context.random());
  }

  /** The peer has another tag than we thought (RFC 9260 §5.2.4 B). */
  void adopt(Peer other) {
    peer = other;
  }

  /** RFC 9260 §5.1.1. */
  int outboundStreams() {
    return Math.min(config.streams(), peer.inboundStreams());
  }

  int inboundStreams() {
    return Math.min(config.streams(), peer.outboundStreams());
  }

  LocalEnd local() {
    return local;
  }

  Peer peer() {
    return peer;
  }

  RtoEstimator rto() {
    return rto;
  }

  DataSender tx() {
    return tx;
  }

  DataReceiver rx() {
    return rx;
  }

  OutgoingResets outgoingResets() {
    return outgoingResets;
  }

  IncomingResets incomingResets() {
    return incomingResets;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  ErrorCounter errors() {
    return errors;
  }

  int localTieTag() {
    return localTieTag;
  }

  int peerTieTag() {
    return peerTieTag;
  }
}
