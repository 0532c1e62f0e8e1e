package io.webrtc4j.sctp;

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
  SHUTDOWN_ACK_SENT
}
