package io.webrtc4j.dtls;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.dtls.record.Alert;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the clear that says that the peer has given up. Anyone on the path can send that, so
 * it is believed only if the handshake does not go on: a peer that has really given up is silent
 * from then on. RFC 6347 §4.1.2.7 says why forgeries must not end connections.
 */
final class PlaintextAlert {
  /** Long enough for a lost flight to be sent again thrice, and short for who waits. */
  private static final long GRACE = Deadline.seconds(1);

  private @Nullable Alert alert;
  private long deadline = Deadline.NEVER;

  /** Takes an alert. The first one sets the time; more of them do not change it. */
  void handle(Alert alert, long now) {
    boolean ends = alert.isFatal() || alert.isCloseNotify();
    if (ends && this.alert == null) {
      this.alert = alert;
      this.deadline = Deadline.after(now, GRACE);
    }
  }

  /** The peer is alive. */
  void disprove() {
    alert = null;
    deadline = Deadline.NEVER;
  }

  /** The alert if it is to be believed by now, or null. */
  @Nullable Alert due(long now) {
    return Deadline.isDue(deadline, now) ? alert : null;
  }

  long deadline() {
    return deadline;
  }
}
