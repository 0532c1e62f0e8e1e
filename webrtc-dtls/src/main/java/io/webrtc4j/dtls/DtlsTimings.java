package io.webrtc4j.dtls;

import io.webrtc4j.common.Deadline;

/**
 * How long a handshake waits; all in nanoseconds.
 *
 * @param initialRetransmit wait for an answer before a flight is sent again; doubled each time
 * @param maxRetransmit up to which that wait doubles
 * @param handshakeLimit time from start to failure when the handshake does not come to its end
 */
public record DtlsTimings(long initialRetransmit, long maxRetransmit, long handshakeLimit) {
  // RFC 6347 §4.2.4.1 proposes 1 s and allows less for applications that are sensitive to time. A
  // person waits for a call: browsers begin with 50 ms. A path with a longer round trip costs one
  // or two flights sent in vain.
  private static final long INITIAL_RETRANSMIT = Deadline.millis(100);
  private static final long MAX_RETRANSMIT = Deadline.seconds(3);
  private static final long HANDSHAKE_LIMIT = Deadline.seconds(30);

  /** Checks that 0 &lt; initialRetransmit &le; maxRetransmit and that the limit is positive. */
  public DtlsTimings {
    if (initialRetransmit <= 0 || maxRetransmit < initialRetransmit || handshakeLimit <= 0) {
      throw new IllegalArgumentException(
          "timings must be positive, and the longest wait not shorter than the first one");
    }
  }

  /** 100 ms, doubled up to 3 s; 30 s in all. */
  public static DtlsTimings standard() {
    return new DtlsTimings(INITIAL_RETRANSMIT, MAX_RETRANSMIT, HANDSHAKE_LIMIT);
  }
}
