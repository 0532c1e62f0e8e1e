package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.UnknownParameter;
import io.webrtc4j.sctp.tx.Timer;
import java.util.List;

/** The states of RFC 9260 §4, each with what belongs to it. */
public sealed interface AssociationState {

  /** CLOSED, and ready to begin. */
  record Closed() implements AssociationState {}

  /** COOKIE-WAIT: INIT was sent at {@code startedAt} for the first time. */
  record CookieWait(LocalEnd local, Timer t1Init, long startedAt) implements AssociationState {}

  /** The states with a TCB. */
  sealed interface WithTcb extends AssociationState {
    /** The transmission control block. */
    Tcb tcb();
  }

  /**
   * COOKIE-ECHOED.
   *
   * @param cookie the peer's cookie
   * @param unrecognized parameters of the INIT ACK that the COOKIE ECHO reports
   */
  record CookieEchoed(
      Tcb tcb, OpaqueBytes cookie, List<UnknownParameter> unrecognized, Timer t1Cookie)
      implements WithTcb {}

  /** ESTABLISHED. */
  record Established(Tcb tcb) implements WithTcb {}

  /** SHUTDOWN-PENDING. */
  record ShutdownPending(Tcb tcb) implements WithTcb {}

  /** SHUTDOWN-SENT, until {@code guard} (T5-shutdown-guard) at the latest. */
  record ShutdownSent(Tcb tcb, Timer t2Shutdown, long guard) implements WithTcb {}

  /** SHUTDOWN-RECEIVED. */
  record ShutdownReceived(Tcb tcb) implements WithTcb {}

  /** SHUTDOWN-ACK-SENT, until {@code guard} at the latest. */
  record ShutdownAckSent(Tcb tcb, Timer t2Shutdown, long guard) implements WithTcb {}

  /** CLOSED, and done with. */
  record Ended() implements AssociationState {}
}
