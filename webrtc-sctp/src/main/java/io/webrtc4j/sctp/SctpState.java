package io.webrtc4j.sctp;

import io.webrtc4j.sctp.association.AssociationState;

/** The states of an association (RFC 9260 §4). */
public enum SctpState {
  /** No association: not yet, or no more. */
  CLOSED,
  /** INIT is sent, INIT ACK awaited. */
  COOKIE_WAIT,
  /** COOKIE ECHO is sent, COOKIE ACK awaited. */
  COOKIE_ECHOED,
  /** Data flows. */
  ESTABLISHED,
  /** We shut down and wait until the peer has all our data. */
  SHUTDOWN_PENDING,
  /** SHUTDOWN is sent, SHUTDOWN ACK awaited. */
  SHUTDOWN_SENT,
  /** The peer shuts down and waits until it has all our data. */
  SHUTDOWN_RECEIVED,
  /** SHUTDOWN ACK is sent, SHUTDOWN COMPLETE awaited. */
  SHUTDOWN_ACK_SENT;

  static SctpState of(AssociationState state) {
    if (state instanceof AssociationState.CookieWait) {
      return COOKIE_WAIT;
    } else if (state instanceof AssociationState.CookieEchoed) {
      return COOKIE_ECHOED;
    } else if (state instanceof AssociationState.Established) {
      return ESTABLISHED;
    } else if (state instanceof AssociationState.ShutdownPending) {
      return SHUTDOWN_PENDING;
    } else if (state instanceof AssociationState.ShutdownSent) {
      return SHUTDOWN_SENT;
    } else if (state instanceof AssociationState.ShutdownReceived) {
      return SHUTDOWN_RECEIVED;
    } else if (state instanceof AssociationState.ShutdownAckSent) {
      return SHUTDOWN_ACK_SENT;
    }
    return CLOSED;
  }
}
