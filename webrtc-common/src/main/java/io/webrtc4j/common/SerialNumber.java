package io.webrtc4j.common;

/**
 * Comparison of numbers that wrap around (RFC 1982 §3.2), in 16 and 32 bits. Two numbers that are
 * exactly half the range apart compare as neither less nor greater.
 */
public final class SerialNumber {
  private static final int HALF_16 = 0x8000;
  private static final int MASK_16 = 0xffff;

  private SerialNumber() {}

  /** Whether the 32-bit number {@code a} comes before {@code b}. */
  public static boolean isLess32(int a, int b) {
    int distance = b - a;
    return distance > 0;
  }

  /** Whether {@code a} comes before {@code b} or is the same. */
  public static boolean isLessOrEqual32(int a, int b) {
    return a == b || isLess32(a, b);
  }

  /** Whether the 16-bit number {@code a} comes before {@code b}; higher bits are ignored. */
  public static boolean isLess16(int a, int b) {
    int distance = (b - a) & MASK_16;
    return distance != 0 && distance < HALF_16;
  }
}
