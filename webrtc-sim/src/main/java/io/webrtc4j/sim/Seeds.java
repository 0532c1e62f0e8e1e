package io.webrtc4j.sim;

import java.util.function.LongConsumer;

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
    Long replayed = Long.getLong(REPLAY_PROPERTY);
    if (replayed != null) {
      run(replayed, scenario);
      return;
    }
    long proportional =
        (long) ordinaryCount * Integer.getInteger(COUNT_PROPERTY, ORDINARY) / ORDINARY;
    long count = Math.max(1, proportional);
    for (long seed = 1; seed <= count; seed++) {
      run(seed, scenario);
    }
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
