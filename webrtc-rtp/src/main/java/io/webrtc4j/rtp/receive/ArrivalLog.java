package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.TransportFeedback;
import org.jspecify.annotations.Nullable;

/**
 * When the packets of a transport came, for its sender's congestion control
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01). Not thread-safe.
 *
 * <p>Feedback comes as often as a twentieth of the bandwidth allows, 4 to 20 times a second. A
 * packet that comes after others were reported is reported with these again, so that nobody takes
 * it for lost. After a jump of more than {@value ArrivalTimes#MAX_SPAN} numbers the log begins
 * anew, and what was not yet reported is not.
 */
public final class ArrivalLog {
  private static final long MIN_INTERVAL = Deadline.millis(50);
  private static final long MAX_INTERVAL = Deadline.millis(250);
  private static final int BANDWIDTH_SHARE = 20;

  /** How long a packet that has come is remembered for those that come after it. */
  private static final long MEMORY = Deadline.millis(500);

  private static final int MAX_STALE_IN_A_ROW = 50;
  private static final int MODULUS = 1 << 16;

  private final ArrivalTimes times = new ArrivalTimes();
  private boolean begun;
  private int staleInARow;
  private long mediaSsrc;
  private int feedbackCount;
  // Packets from the one to the other are to be reported when asked for, those beyond in time.
  private long nextReported;
  private long dueBefore;
  private long deadline = Deadline.NEVER;
  private long interval = MIN_INTERVAL;
  private long intervalBegan;
  private long bytesInInterval;
  private long now;

  /** A log of nothing yet. */
  public ArrivalLog() {}

  /**
   * Notes a packet.
   *
   * @param sequenceNumber its transport-wide number, 0 to 65535
   * @param mediaSsrc its source
   * @param bytes its size, by which feedback comes more or less often
   */
  public void arrived(int sequenceNumber, long mediaSsrc, int bytes, long now) {
    this.mediaSsrc = mediaSsrc;
    bytesInInterval += bytes;
    if (!begun) {
      begun = true;
      restart(sequenceNumber);
    }
    long index = times.end() + (short) (sequenceNumber - times.end());
    if (index < times.first()) {
      index = stale(index);
    } else if (!times.hasRoom(index)) {
      makeRoom(index, now);
    }
    boolean isNews =
        index >= times.first()
            && (index >= times.end() || times.get(index) == ArrivalTimes.NOT_ARRIVED);
    if (isNews) {
      staleInARow = 0;
      note(index, now);
    }
    handleTimeout(now);
  }

  /** A packet is too old, unless many are: then the sender counts anew. */
  private long stale(long index) {
    if (++staleInARow < MAX_STALE_IN_A_ROW) {
      return index;
    }
    long anew = index + MODULUS;
    restart(anew);
    return anew;
  }

  private void makeRoom(long index, long now) {
    times.forget(nextReported, now);
    if (!times.hasRoom(index)) {
      restart(index);
    }
  }

  private void restart(long index) {
    times.restart(index);
    nextReported = index;
    dueBefore = index;
  }

  private void note(long index, long now) {
    times.put(index, now);
    if (index < nextReported) {
      boolean nothingIsDue = nextReported >= dueBefore;
      nextReported = index;
      dueBefore = nothingIsDue ? index : dueBefore;
    }
    if (deadline == Deadline.NEVER) {
      deadline = now + interval;
      intervalBegan = Math.max(intervalBegan, now - MAX_INTERVAL);
    }
  }

  /** Does what time has come for. */
  public void handleTimeout(long now) {
    this.now = now;
    if (Deadline.isDue(deadline, now)) {
      deadline = Deadline.NEVER;
      dueBefore = times.end();
      adapt();
    }
  }

  private void adapt() {
    long elapsed = Math.max(1, now - intervalBegan);
    long bytes = FeedbackBuilder.estimatedLength(dueBefore - nextReported);
    long fair = BANDWIDTH_SHARE * bytes * elapsed / Math.max(1, bytesInInterval);
    interval = Math.max(MIN_INTERVAL, Math.min(MAX_INTERVAL, fair));
    intervalBegan = now;
    bytesInInterval = 0;
  }

  /** When {@link #handleTimeout} is wanted, or {@link Deadline#NEVER}. */
  public long nextDeadline() {
    return deadline;
  }

  /**
   * The next feedback that is due, or null. There may be several in a row.
   *
   * @param senderSsrc our own source, which reports
   */
  public @Nullable TransportFeedback pollFeedback(long senderSsrc) {
    if (nextReported >= dueBefore) {
      return null;
    }
    FeedbackBuilder builder = new FeedbackBuilder(times, nextReported, dueBefore);
    TransportFeedback feedback = builder.build(senderSsrc, mediaSsrc, feedbackCount);
    feedbackCount = (feedbackCount + 1) & FeedbackBuilder.MAX_COUNT;
    nextReported = builder.end();
    times.forget(nextReported, now - MEMORY);
    return feedback;
  }
}
