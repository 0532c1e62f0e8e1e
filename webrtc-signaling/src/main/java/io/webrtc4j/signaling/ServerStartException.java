package io.webrtc4j.signaling;

import org.jspecify.annotations.Nullable;

/** The server could not start; the message says why, and what to do about it. */
public class ServerStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for a person. */
  public ServerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
