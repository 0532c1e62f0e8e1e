package io.webrtc4j.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;

/**
 * Compares the processor time that a target takes for an input and for one of twice the size.
 *
 * <p>What else the machine does, and the compiler's warming up, can only add to a time. So the
 * least of many measurements is taken, and they end when it shows what is asked; a target that
 * grows with the square shows four times as long however often it is asked.
 */
final class Growth {
  private static final double MAX_RATIO = 3;
  private static final int ROUNDS = 400;
  private static final int SMALLEST = 1 << 12;
  private static final long LEAST_NANOS = 100_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  static void check(Target target, String what, IntFunction<byte[]> grow) {
    for (int size = SMALLEST; size < Guard.MAX_INPUT; size *= 2) {
      byte[] once = grow.apply(size);
      byte[] twice = grow.apply(2 * size);
      double ratio = ratio(target, once, twice);
      if (ratio > MAX_RATIO) {
        throw new AssertionError(
            "%s, %s: %d bytes take %.1f times as long as %d"
                .formatted(target.name(), what, twice.length, ratio, once.length));
      }
    }
  }

  private static double ratio(Target target, byte[] once, byte[] twice) {
    long least = Long.MAX_VALUE;
    long leastOfTwice = Long.MAX_VALUE;
    int repeats = repeats(target, once);
    for (int round = 0; round < ROUNDS; round++) {
      least = Math.min(least, nanos(target, once, repeats));
      leastOfTwice = Math.min(leastOfTwice, nanos(target, twice, repeats));
      if (round > 2 && leastOfTwice <= MAX_RATIO * least) {
        break;
      }
    }
    return (double) leastOfTwice / least;
  }

  /** How often {@code input} must be taken for a time that can be measured. */
  private static int repeats(Target target, byte[] input) {
    int repeats = 1;
    while (nanos(target, input, repeats) < LEAST_NANOS) {
      repeats *= 2;
    }
    return repeats;
  }

  private static long nanos(Target target, byte[] input, int repeats) {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < repeats; i++) {
      Guard.accept(target, input);
    }
    return Math.max(1, THREADS.getCurrentThreadCpuTime() - before);
  }
}
