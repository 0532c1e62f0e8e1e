package io.webrtc4j.rtp.receive;

/** Between the session's clock and those of codecs, without overflow. */
final class Ticks {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int NTP_FRACTION_BITS = 32;

  private Ticks() {}

  static long ofNanos(long nanos, int clockRate) {
    return convert(nanos, NANOS_PER_SECOND, clockRate);
  }

  static long toNanos(long ticks, int clockRate) {
    return convert(ticks, clockRate, NANOS_PER_SECOND);
  }

  /** In NTP's format, 32 bits of seconds and 32 of their fraction; of at most 32 bits of ticks. */
  static long toNtp(long ticks, int clockRate) {
    return convert(ticks, clockRate, 1L << NTP_FRACTION_BITS);
  }

  private static long convert(long value, long from, long to) {
    return Math.floorDiv(value, from) * to + Math.floorMod(value, from) * to / from;
  }
}
