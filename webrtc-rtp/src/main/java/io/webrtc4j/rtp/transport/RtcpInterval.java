package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.Deadline;
import java.util.random.RandomGenerator;

/**
 * When regular reports go out. Between two peers neither bandwidth nor the number of members
 * matters (RFC 3550 §6.2, §6.3), so the interval is the minimum: of the standard for audio, and
 * reduced for video, whose bandwidth is some hundred kilobits per second at least.
 */
final class RtcpInterval {
  /** RFC 3550 §6.2. */
  static final long AUDIO = Deadline.seconds(5);

  /** RFC 3550 §6.2: 360 divided by the bandwidth in kilobits per second; here for 360. */
  static final long VIDEO = Deadline.seconds(1);

  private final RandomGenerator random;
  private long next = Deadline.NEVER;

  RtcpInterval(RandomGenerator random) {
    this.random = random;
  }

  /** RFC 3550 §6.2: the first is delayed by half the minimum, varied like all others. */
  void begin(boolean video, long now) {
    if (next == Deadline.NEVER) {
      schedule(interval(video) / 2, now);
    } else if (video) {
      // Video was added to audio: what was far off comes sooner.
      next = Math.min(next, Deadline.after(now, VIDEO * 3 / 2));
    }
  }

  void again(boolean video, long now) {
    schedule(interval(video), now);
  }

  void end() {
    next = Deadline.NEVER;
  }

  /** RFC 3550 §6.3.1: between 0.5 and 1.5 times the calculated interval. */
  private void schedule(long interval, long now) {
    next = Deadline.after(now, interval / 2 + (long) (random.nextDouble() * interval));
  }

  private static long interval(boolean video) {
    return video ? VIDEO : AUDIO;
  }

  long next() {
    return next;
  }
}
