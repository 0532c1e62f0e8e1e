package io.webrtc4j.sim;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Runs a scenario from many seeds, and names the seed of the one that failed.
 *
 * <p>The system property {@code seeds} sets how many a scenario of the ordinary {@value #ORDINARY}
 * has; those that ordinarily have more or fewer get theirs in proportion. {@code seed} replays a
 * single one.
 */
public final class Seeds {
  private static final int ORDINARY = 200;
  private static final String REPLAY_PROPERTY = "seed";
  private static final String COUNT_PROPERTY = "seeds";

  private Seeds() {}

  /** Runs {@code scenario} from the seeds 1 to {@code ordinaryCount}, or as the properties say. */
  public static void forEach(int ordinaryCount, LongConsumer scenario) {
    seeds(ordinaryCount).forEach(seed -> run(seed, scenario));
  }

  /**
   * As {@link #forEach}, on all processors at once: for scenarios that take long and share nothing.
   */
  public static void forEachAtOnce(int ordinaryCount, LongConsumer scenario) {
    seeds(ordinaryCount).parallel().forEach(seed -> run(seed, scenario));
  }

  private static LongStream seeds(int ordinaryCount) {
    Long replayed = Long.getLong(REPLAY_PROPERTY);
    if (replayed != null) {
      return LongStream.of(replayed);
    }
    long proportional =
        (long) ordinaryCount * Integer.getInteger(COUNT_PROPERTY, ORDINARY) / ORDINARY;
    return LongStream.rangeClosed(1, Math.max(1, proportional));
  }

  private static void run(long seed, LongConsumer scenario) {
    try {
      scenario.accept(seed);
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError(
          "failed from seed "
              + seed
              + " (replay with -D"
              + REPLAY_PROPERTY
              + "="
              + seed
              + "): "
              + failure.getMessage(),
          failure);
    }
  }
}
