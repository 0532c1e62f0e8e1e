package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.TransportFeedback;
import org.jspecify.annotations.Nullable;

/**
 * When the packets of a transport came, for its sender's congestion control
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01). Not thread-safe.
 */
public final class ArrivalLog {
  /** A log of nothing yet. */
  public ArrivalLog() {}

  /**
   * Notes a packet.
   *
   * @param sequenceNumber its transport-wide number, 0 to 65535
   * @param mediaSsrc its source
   * @param bytes its size, by which feedback comes more or less often
   */
  public void arrived(int sequenceNumber, long mediaSsrc, int bytes, long now) {}

  /** Does what time has come for. */
  public void handleTimeout(long now) {}

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  /**
   * The next feedback that is due, or null. There may be several in a row.
   *
   * @param senderSsrc our own source, which reports
   */
  public @Nullable TransportFeedback pollFeedback(long senderSsrc) {
    return null;
  }
}
