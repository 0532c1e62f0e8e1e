package io.webrtc4j.sim;

import io.webrtc4j.common.Deadline;

/**
 * What a link does to packets.
 *
 * @param loss probability from 0 to 1 that a packet is lost
 * @param duplication probability that a packet arrives twice
 * @param reordering probability that a packet is held back by {@code reorderingDelay}
 * @param delay nanoseconds that every packet takes
 * @param jitter nanoseconds up to which a uniformly distributed delay is added
 * @param reorderingDelay nanoseconds that a held-back packet takes in addition
 * @param bitsPerSecond the rate at which packets leave the queue, or {@link #UNLIMITED}
 * @param queueBytes what waits for the rate at most; a packet beyond it is dropped
 */
public record LinkConditions(
    double loss,
    double duplication,
    double reordering,
    long delay,
    long jitter,
    long reorderingDelay,
    long bitsPerSecond,
    int queueBytes) {

  /** No rate limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private static final long DEFAULT_DELAY = Deadline.millis(20);
  private static final long DEFAULT_REORDERING_DELAY = Deadline.millis(15);
  private static final int DEFAULT_QUEUE_BYTES = 256 * 1024;

  /** Checks that probabilities are probabilities and that nothing is negative. */
  public LinkConditions {
    requireProbability("loss", loss);
    requireProbability("duplication", duplication);
    requireProbability("reordering", reordering);
    if (delay < 0 || jitter < 0 || reorderingDelay < 0 || bitsPerSecond <= 0 || queueBytes <= 0) {
      throw new IllegalArgumentException("delays must be >= 0, rate and queue > 0");
    }
  }

  /** 20 ms each way and nothing else. */
  public static LinkConditions perfect() {
    return new LinkConditions(
        0, 0, 0, DEFAULT_DELAY, 0, DEFAULT_REORDERING_DELAY, UNLIMITED, DEFAULT_QUEUE_BYTES);
  }

  /** These conditions with another probability of loss. */
  public LinkConditions withLoss(double loss) {
    return new LinkConditions(
        loss, duplication, reordering, delay, jitter, reorderingDelay, bitsPerSecond, queueBytes);
  }

  /** These conditions with another probability of duplication. */
  public LinkConditions withDuplication(double duplication) {
    return new LinkConditions(
        loss, duplication, reordering, delay, jitter, reorderingDelay, bitsPerSecond, queueBytes);
  }

  /** These conditions with another probability of reordering. */
  public LinkConditions withReordering(double reordering) {
    return new LinkConditions(
        loss, duplication, reordering, delay, jitter, reorderingDelay, bitsPerSecond, queueBytes);
  }

  /** These conditions with another delay and jitter, in nanoseconds. */
  public LinkConditions withDelay(long delay, long jitter) {
    return new LinkConditions(
        loss, duplication, reordering, delay, jitter, reorderingDelay, bitsPerSecond, queueBytes);
  }

  /** These conditions with another rate and queue. */
  public LinkConditions withRate(long bitsPerSecond, int queueBytes) {
    return new LinkConditions(
        loss, duplication, reordering, delay, jitter, reorderingDelay, bitsPerSecond, queueBytes);
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, is " + value);
    }
  }
}
