package io.webrtc4j.common;

/**
 * Points in time as the engines know them: nanoseconds since the connection was made, told by the
 * caller of each method. A deadline is the time at which an engine wants {@code handleTimeout}.
 */
public final class Deadline {
  /** No deadline: nothing happens until something else does. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private Deadline() {}

  /** The time {@code delay} nanoseconds after {@code now}, at most {@link #NEVER}. */
  public static long after(long now, long delay) {
    long deadline = now + delay;
    return deadline < now ? NEVER : deadline;
  }

  /** Whether {@code deadline} has come at {@code now}; {@link #NEVER} never has. */
  public static boolean isDue(long deadline, long now) {
    return deadline != NEVER && deadline <= now;
  }

  /** {@code millis} milliseconds in nanoseconds. */
  public static long millis(long millis) {
    return millis * NANOS_PER_MILLI;
  }

  /** {@code seconds} seconds in nanoseconds. */
  public static long seconds(long seconds) {
    return millis(seconds * 1000L);
  }
}
