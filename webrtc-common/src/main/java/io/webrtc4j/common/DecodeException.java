package io.webrtc4j.common;

/**
 * Bytes from the network that are not what their specification says. Codecs throw it, and one place
 * in each engine catches it, counts the packet and drops it.
 *
 * <p>It carries no stack trace: a flood of malformed packets must stay cheap.
 */
public final class DecodeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With {@code message} saying what was expected and what came. */
  public DecodeException(String message) {
    super(message, null, false, false);
  }
}
