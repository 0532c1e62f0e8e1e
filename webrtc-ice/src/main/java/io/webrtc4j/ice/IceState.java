package io.webrtc4j.ice;

/** How far the agent is: the states of the W3C's {@code RTCIceTransportState}. */
public enum IceState {
  /** Nothing is being checked: the peer's credentials or every candidate are still to come. */
  NEW,
  /** Checks are running and no pair works yet. */
  CHECKING,
  /** A pair works; better ones, or further candidates, may still come. */
  CONNECTED,
  /** A pair is nominated and neither side has further candidates. */
  COMPLETED,
  /**
   * Nothing authentic has come from the peer on the pair in use for {@link
   * IceTimings#disconnectedAfter()}. Consent still holds, so data may be sent, and the first answer
   * leads back to the state before.
   */
  DISCONNECTED,
  /** No pair works, or consent has expired. Only an ICE restart helps. */
  FAILED,
  /** The agent was closed. */
  CLOSED
}
