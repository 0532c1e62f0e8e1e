package io.webrtc4j.dtls.record;

/**
 * The handshake cannot go on: the alert that tells the peer, and the reason that tells our user.
 * Without a stack trace, for peers can provoke it.
 */
public final class FatalAlertException extends Exception {
  private static final long serialVersionUID = 1L;

  private final AlertDescription alert;

  /** With {@code reason} naming the step, what was expected and what came. */
  public FatalAlertException(AlertDescription alert, String reason) {
    super(reason, null, false, false);
    this.alert = alert;
  }

  /** What to tell the peer. */
  public AlertDescription alert() {
    return alert;
  }

  /** What to tell our user. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
