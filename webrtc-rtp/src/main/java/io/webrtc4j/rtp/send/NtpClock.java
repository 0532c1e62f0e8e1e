package io.webrtc4j.rtp.send;

/**
 * The session's clock in NTP's formats (RFC 3550 §4): of 64 bits, seconds since 1900 in the upper
 * half and their fraction in the lower; and of 32, the middle of these.
 *
 * @param ntpAtZero what the time 0 is
 */
public record NtpClock(long ntpAtZero) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SHORT_UNITS_PER_SECOND = 1 << 16;
  private static final long MAX_U32 = 0xffffffffL;

  /** The time {@code now} as 64 bits. */
  public long at(long now) {
    long seconds = Math.floorDiv(now, NANOS_PER_SECOND);
    long fraction = (Math.floorMod(now, NANOS_PER_SECOND) << Integer.SIZE) / NANOS_PER_SECOND;
    return ntpAtZero + (seconds << Integer.SIZE) + fraction;
  }

  /** The middle 32 bits of the time {@code now}. */
  public long shortAt(long now) {
    return middle(at(now));
  }

  /** The middle 32 bits of a time of 64. */
  public static long middle(long ntp) {
    return (ntp >>> 16) & MAX_U32;
  }

  /** A duration in 1/65536 seconds, in nanoseconds. */
  public static long nanos(long shortUnits) {
    return shortUnits * NANOS_PER_SECOND / SHORT_UNITS_PER_SECOND;
  }

  /** A duration in nanoseconds, not negative, in 1/65536 seconds; at most 32 bits. */
  public static long shortUnits(long nanos) {
    long seconds = nanos / NANOS_PER_SECOND;
    long rest = nanos % NANOS_PER_SECOND;
    long units =
        seconds * SHORT_UNITS_PER_SECOND + rest * SHORT_UNITS_PER_SECOND / NANOS_PER_SECOND;
    return Math.min(MAX_U32, units);
  }
}
