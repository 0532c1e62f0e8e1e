package io.webrtc4j.sctp.rx;

/**
 * The peer's DATA chunks contradict one another, so that what it means can't be told: a protocol
 * violation that ends the association.
 */
public final class ContradictionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With {@code what} is wrong at the chunk with {@code tsn}. */
  ContradictionException(String what, int tsn) {
    super(what + ", at TSN " + Integer.toUnsignedString(tsn), null, false, false);
  }
}
