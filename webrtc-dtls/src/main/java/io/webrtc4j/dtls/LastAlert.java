package io.webrtc4j.dtls;

import io.webrtc4j.dtls.flight.OutgoingDatagrams;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.AlertDescription;
import org.jspecify.annotations.Nullable;

/**
 * The fatal alert by which we gave up. Alerts are not retransmitted; but a peer that has not got it
 * sends its flight again, and is told again (RFC 6347 §4.2.7), within bounds: anyone may send such
 * flights.
 */
final class LastAlert {
  /** Enough for a path that loses every second datagram. */
  static final int MAX_REPEATS = 5;

  private final OutgoingDatagrams outgoing;
  private final long minInterval;
  private @Nullable AlertDescription description;
  private long lastSent;
  private int repeats;

  /** None yet. No two will be sent within {@code minInterval} nanoseconds. */
  LastAlert(OutgoingDatagrams outgoing, long minInterval) {
    this.outgoing = outgoing;
    this.minInterval = minInterval;
  }

  /** Sends it for the first time. */
  void send(AlertDescription description, long now) {
    this.description = description;
    sendAgain(description, now);
  }

  /** The peer goes on with its handshake as if it did not know. */
  void repeat(long now) {
    if (description != null && repeats < MAX_REPEATS && now - lastSent >= minInterval) {
      repeats++;
      sendAgain(description, now);
    }
  }

  private void sendAgain(AlertDescription description, long now) {
    lastSent = now;
    outgoing.send(Alert.fatal(description));
  }
}
