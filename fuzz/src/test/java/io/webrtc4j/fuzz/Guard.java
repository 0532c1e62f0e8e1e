package io.webrtc4j.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Feeds a target and finds fault: with any exception but the declared one, and with memory out of
 * proportion to the input. For one thread.
 */
public final class Guard {
  /**
   * Bytes: no datagram and no description of a peer's is larger, or it is refused by its length.
   */
  public static final int MAX_INPUT = 1 << 16;

  /** Bytes that may be allocated whatever the input: messages of exceptions, small tables. */
  static final int MAX_ALLOCATION_BASE = 32 * 1024;

  // The first calls also load classes and link call sites, on the same thread's account.
  private static final int ATTEMPTS = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Map<String, Long> SET_UP = new HashMap<>();

  private Guard() {}

  /**
   * Feeds {@code input}.
   *
   * @throws AssertionError if the target misbehaves
   */
  public static void feed(Target target, byte[] input) {
    if (input.length > MAX_INPUT) {
      return;
    }
    long limit = allocationLimit(target, input);
    long allocated = allocatedBy(target, input);
    for (int attempt = 1; allocated > limit && attempt < ATTEMPTS; attempt++) {
      allocated = allocatedBy(target, input);
    }
    if (allocated > limit) {
      throw new AssertionError(
          "%s allocated %d bytes for %d of input; %d are allowed"
              .formatted(target.name(), allocated, input.length, limit));
    }
  }

  static long allocationLimit(Target target, byte[] input) {
    long setUp = SET_UP.computeIfAbsent(target.name(), name -> setUpAllocation(target));
    return setUp + MAX_ALLOCATION_BASE + target.allocationLimit(input);
  }

  /** What the target allocates before it has an input: an engine's handshake, for example. */
  private static long setUpAllocation(Target target) {
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      least = Math.min(least, allocatedBy(target, new byte[0]));
    }
    return least;
  }

  static long allocatedBy(Target target, byte[] input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    accept(target, input);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Feeds {@code input} without a look at memory. */
  static void accept(Target target, byte[] input) {
    try {
      target.accept(input);
    } catch (Exception thrown) {
      if (!target.declared().isInstance(thrown)) {
        throw new AssertionError(target.name() + " threw " + thrown, thrown);
      }
    }
  }
}
