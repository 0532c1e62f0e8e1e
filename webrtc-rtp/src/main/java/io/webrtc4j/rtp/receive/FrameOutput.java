package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.session.ReceivedFrame;
import org.jspecify.annotations.Nullable;

/** Hands frames out, at once or when they have the age that the user wants them to have. */
final class FrameOutput implements Assembly.Sink {
  private final long ssrc;
  private final SenderClock senderClock;
  private final DelayEstimate delay;
  private final Tally tally;
  private final FrameQueue queue = new FrameQueue();
  private @Nullable String rid;
  private long wantedDelay;

  FrameOutput(long ssrc, SenderClock senderClock, DelayEstimate delay, Tally tally) {
    this.ssrc = ssrc;
    this.senderClock = senderClock;
    this.delay = delay;
    this.tally = tally;
  }

  void rid(@Nullable String rid) {
    this.rid = rid;
  }

  void wantedDelay(long nanos) {
    wantedDelay = nanos;
  }

  FrameQueue queue() {
    return queue;
  }

  @Override
  public boolean take(Assembly frame, boolean gap, long now) {
    long due = due(frame, now);
    if (!queue.add(received(frame, gap), due)) {
      tally.framesDropped += queue.size() + 1;
      queue.clear();
      return false;
    }
    long minimum = delay.target();
    tally.frame(frame, due, Math.max(minimum, wantedDelay), minimum);
    return true;
  }

  private long due(Assembly frame, long now) {
    if (wantedDelay == 0) {
      return now;
    }
    long earliest = delay.earliest(frame.timestamp(), frame.codec().clockRate());
    return Math.max(now, Math.min(now, earliest) + wantedDelay);
  }

  private ReceivedFrame received(Assembly frame, boolean gap) {
    return new ReceivedFrame(
        frame.data(),
        frame.keyFrame(),
        gap,
        frame.codec(),
        frame.timestamp(),
        frame.marker(),
        ssrc,
        rid,
        senderClock.captureNtp(frame.timestamp(), frame.codec().clockRate()),
        frame.lastReceived());
  }
}
