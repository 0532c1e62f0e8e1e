package io.webrtc4j;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session's times in the units of statistics: seconds, and milliseconds since 1970.
 *
 * @param origin the session's time 0, in milliseconds since 1970
 * @param nanos the time of the report on the session's clock
 */
record StatsClock(double origin, long nanos) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** From 1900 to 1970. */
  private static final long NTP_TO_UNIX_SECONDS = 2_208_988_800L;

  private static final long LOW_HALF = 0xFFFF_FFFFL;

  /** The clock at the session's time 0. */
  static StatsClock startingAt(Instant origin) {
    return new StatsClock(
        origin.getEpochSecond() * MILLIS_PER_SECOND + origin.getNano() / NANOS_PER_MILLI, 0);
  }

  /** The clock at another time. */
  StatsClock at(long now) {
    return new StatsClock(origin, now);
  }

  /** The time of the report. */
  double now() {
    return date(nanos);
  }

  /** When it was {@code time} on the session's clock. */
  double date(long time) {
    return origin + time / NANOS_PER_MILLI;
  }

  /** A time in NTP's format of 64 bits (RFC 3550 §4). */
  static double ofNtp(long ntp) {
    double seconds = (ntp >>> Integer.SIZE) - NTP_TO_UNIX_SECONDS;
    return (seconds + (ntp & LOW_HALF) / (LOW_HALF + 1.0)) * MILLIS_PER_SECOND;
  }

  /** As {@link #date}, or null for a time below 0. */
  @Nullable Double dateIfAny(long time) {
    return time < 0 ? null : Double.valueOf(date(time));
  }

  static double seconds(long duration) {
    return duration / NANOS_PER_SECOND;
  }

  /** As {@link #seconds}, or null for a duration below 0. */
  static @Nullable Double secondsIfAny(long duration) {
    return duration < 0 ? null : Double.valueOf(seconds(duration));
  }
}
