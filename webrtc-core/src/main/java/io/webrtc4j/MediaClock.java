package io.webrtc4j;

/** Microseconds and the ticks of RTP timestamps (RFC 3550 §5.1), to the nearest. */
final class MediaClock {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private MediaClock() {}

  /** {@code micros} in ticks of {@code clockRate} hertz. */
  static long ticks(long micros, int clockRate) {
    long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
    long rest = Math.floorMod(micros, MICROS_PER_SECOND);
    return seconds * clockRate + (rest * clockRate + MICROS_PER_SECOND / 2) / MICROS_PER_SECOND;
  }

  /** {@code ticks} of {@code clockRate} hertz in microseconds. */
  static long micros(long ticks, int clockRate) {
    long seconds = Math.floorDiv(ticks, (long) clockRate);
    long rest = Math.floorMod(ticks, (long) clockRate);
    return seconds * MICROS_PER_SECOND + (rest * MICROS_PER_SECOND + clockRate / 2) / clockRate;
  }
}
