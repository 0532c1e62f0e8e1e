package io.webrtc4j.signaling;

import org.jspecify.annotations.Nullable;

/** Another program, or another server of this one, listens at the port already. */
public final class PortInUseException extends ServerStartException {
  private static final long serialVersionUID = 1L;

  private final int port;

  /** For the port {@code port} of {@code host}. */
  public PortInUseException(String host, int port, @Nullable Throwable cause) {
    super(
        "Port "
            + port
            + " of "
            + host
            + " is in use already. Stop the program that listens there, or choose another port"
            + " (0 takes any free one).",
        cause);
    this.port = port;
  }

  /** The port that was taken. */
  public int port() {
    return port;
  }
}
