package io.webrtc4j.rtp.send;

/**
 * The RTP timestamps of one stream (RFC 3550 §5.1): they begin anywhere, and go on from one thing
 * that is sent to the next, however each counts.
 */
final class Timeline {
  /** What the program's own frames come from, where forwarded packets have their SSRC. */
  static final long FRAMES = -1;

  // A source whose timestamps leave its own time by this much has begun anew.
  private static final int MAX_JUMP_SECONDS = 5;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MAX_U32 = 0xffffffffL;

  private final long firstOffset;
  private boolean started;
  private long source;
  private int clockRate;
  private long offset;
  private long last;
  private long lastAt;

  /** With the timestamp that a source's 0 becomes at first. */
  Timeline(long firstOffset) {
    this.firstOffset = firstOffset;
  }

  /** The timestamp to be sent for one of {@code source}'s, at a clock of {@code clockRate}. */
  long map(long newSource, long timestamp, int newClockRate, long now) {
    if (!started) {
      offset = firstOffset;
    } else if (newSource != source || newClockRate != clockRate || jumps(timestamp, now)) {
      offset = last + Math.max(1, ticks(now - lastAt, clockRate)) - timestamp;
    }
    long mapped = (timestamp + offset) & MAX_U32;
    if (!started || (int) (mapped - last) > 0) {
      last = mapped;
      lastAt = now;
    }
    started = true;
    source = newSource;
    clockRate = newClockRate;
    return mapped;
  }

  private boolean jumps(long timestamp, long now) {
    int moved = (int) (timestamp + offset - last);
    return Math.abs(moved - ticks(now - lastAt, clockRate)) > (long) MAX_JUMP_SECONDS * clockRate;
  }

  /** The timestamp that belongs to the time {@code now}, for sender reports. */
  long at(long now) {
    return (last + ticks(now - lastAt, clockRate)) & MAX_U32;
  }

  private static long ticks(long nanos, int clockRate) {
    long seconds = nanos / NANOS_PER_SECOND;
    return seconds * clockRate + nanos % NANOS_PER_SECOND * clockRate / NANOS_PER_SECOND;
  }
}
