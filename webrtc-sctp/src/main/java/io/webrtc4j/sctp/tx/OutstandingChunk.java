package io.webrtc4j.sctp.tx;

import org.jspecify.annotations.Nullable;

/** A DATA chunk that was sent and is not yet acknowledged cumulatively. Reused for later ones. */
final class OutstandingChunk {
  /** Where it stands. */
  enum State {
    /** Sent, and neither acknowledged nor taken for lost. */
    IN_FLIGHT,
    /** Acknowledged by a gap ack block, which the peer may revoke. */
    ACKED,
    /** Taken for lost, and waiting to be sent again. */
    MARKED,
    /** Never to be sent again, with its whole message (RFC 3758 §3.4). */
    ABANDONED
  }

  State state = State.IN_FLIGHT;
  int tsn;
  @Nullable OutboundMessage message;
  int flags;
  int offset;
  int length;
  int transmissions;
  int missIndications;

  /** Which transmission of the association this chunk's last one was. */
  long sendOrder;

  long sentAt;

  /** Whether congestion control is done with an abandoned chunk: it arrived, or was found lost. */
  boolean settled;

  /**
   * Whether streams are being reset after this chunk: FORWARD TSN does not go beyond, lest the SSNs
   * that it names meet the streams after their reset.
   */
  boolean endsStreams;

  /** The message, which is there as long as the chunk is outstanding. */
  OutboundMessage message() {
    if (message == null) {
      throw new IllegalStateException("the chunk is not outstanding");
    }
    return message;
  }
}
