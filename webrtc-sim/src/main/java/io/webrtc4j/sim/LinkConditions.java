package io.webrtc4j.sim;

import io.webrtc4j.common.Deadline;
import java.time.Duration;

/**
 * What a link does to packets. Immutable: begin with {@link #perfect()} and change one thing after
 * the other.
 */
public final class LinkConditions {
  /** No rate limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private static final long DEFAULT_DELAY = Deadline.millis(20);
  private static final long DEFAULT_REORDERING_DELAY = Deadline.millis(15);
  private static final int DEFAULT_QUEUE_BYTES = 256 * 1024;
  private static final LinkConditions PERFECT = new LinkConditions();

  // Set before a new object is given away, never later.
  private double loss;
  private LossBursts bursts = LossBursts.NONE;
  private double duplication;
  private double reordering;
  private long reorderingDelay = DEFAULT_REORDERING_DELAY;
  private long delay = DEFAULT_DELAY;
  private long jitter;
  private long bitsPerSecond = UNLIMITED;
  private int queueBytes = DEFAULT_QUEUE_BYTES;
  private int mtu = Integer.MAX_VALUE;

  private LinkConditions() {}

  private LinkConditions(LinkConditions other) {
    this.loss = other.loss;
    this.bursts = other.bursts;
    this.duplication = other.duplication;
    this.reordering = other.reordering;
    this.reorderingDelay = other.reorderingDelay;
    this.delay = other.delay;
    this.jitter = other.jitter;
    this.bitsPerSecond = other.bitsPerSecond;
    this.queueBytes = other.queueBytes;
    this.mtu = other.mtu;
  }

  /** 20 ms each way and nothing else. */
  public static LinkConditions perfect() {
    return PERFECT;
  }

  /** Probability from 0 to 1 that a packet is lost, each by itself. */
  public double loss() {
    return loss;
  }

  /** The bursts in which packets are lost, in addition to {@link #loss()}. */
  public LossBursts bursts() {
    return bursts;
  }

  /** Probability that a packet arrives twice. */
  public double duplication() {
    return duplication;
  }

  /** Probability that a packet is held back by {@link #reorderingDelay()}. */
  public double reordering() {
    return reordering;
  }

  /** Nanoseconds that a held-back packet takes in addition. */
  public long reorderingDelay() {
    return reorderingDelay;
  }

  /** Nanoseconds that every packet takes. */
  public long delay() {
    return delay;
  }

  /** Nanoseconds up to which a uniformly distributed delay is added; it may change the order. */
  public long jitter() {
    return jitter;
  }

  /** The rate at which packets leave the queue, or {@link #UNLIMITED}. */
  public long bitsPerSecond() {
    return bitsPerSecond;
  }

  /** What waits for the rate at most; a packet beyond it is dropped. */
  public int queueBytes() {
    return queueBytes;
  }

  /** The size in bytes above which a packet is dropped silently. */
  public int mtu() {
    return mtu;
  }

  /** These conditions with another probability of loss. */
  public LinkConditions withLoss(double loss) {
    LinkConditions changed = new LinkConditions(this);
    changed.loss = probability("loss", loss);
    return changed;
  }

  /** These conditions with bursts of loss. */
  public LinkConditions withBursts(LossBursts bursts) {
    LinkConditions changed = new LinkConditions(this);
    changed.bursts = bursts;
    return changed;
  }

  /** These conditions with another probability of duplication. */
  public LinkConditions withDuplication(double duplication) {
    LinkConditions changed = new LinkConditions(this);
    changed.duplication = probability("duplication", duplication);
    return changed;
  }

  /** These conditions with another probability of reordering. */
  public LinkConditions withReordering(double reordering) {
    LinkConditions changed = new LinkConditions(this);
    changed.reordering = probability("reordering", reordering);
    return changed;
  }

  /** As {@link #withReordering(double)}, and packets are held back by {@code delay}. */
  public LinkConditions withReordering(double reordering, Duration delay) {
    LinkConditions changed = withReordering(reordering);
    changed.reorderingDelay = notNegative("the reordering delay", delay.toNanos());
    return changed;
  }

  /** These conditions with another delay and jitter, in nanoseconds. */
  public LinkConditions withDelay(long delay, long jitter) {
    LinkConditions changed = new LinkConditions(this);
    changed.delay = notNegative("the delay", delay);
    changed.jitter = notNegative("the jitter", jitter);
    return changed;
  }

  /** These conditions with another delay and jitter. */
  public LinkConditions withDelay(Duration delay, Duration jitter) {
    return withDelay(delay.toNanos(), jitter.toNanos());
  }

  /** These conditions with another delay. */
  public LinkConditions withDelay(Duration delay) {
    return withDelay(delay.toNanos(), jitter);
  }

  /** These conditions with another rate and queue. */
  public LinkConditions withRate(long bitsPerSecond, int queueBytes) {
    LinkConditions changed = new LinkConditions(this);
    changed.bitsPerSecond = positive("the rate", bitsPerSecond);
    changed.queueBytes = (int) positive("the queue", queueBytes);
    return changed;
  }

  /** These conditions with another {@link #mtu()}. */
  public LinkConditions withMtu(int bytes) {
    LinkConditions changed = new LinkConditions(this);
    changed.mtu = (int) positive("the MTU", bytes);
    return changed;
  }

  @Override
  public String toString() {
    return "LinkConditions[loss "
        + loss
        + ", "
        + bursts
        + ", duplication "
        + duplication
        + ", reordering "
        + reordering
        + " by "
        + reorderingDelay
        + " ns, delay "
        + delay
        + " to "
        + (delay + jitter)
        + " ns, "
        + (bitsPerSecond == UNLIMITED ? "no rate" : bitsPerSecond + " bit/s")
        + ", queue "
        + queueBytes
        + " bytes, MTU "
        + mtu
        + "]";
  }

  static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, is " + value);
    }
    return value;
  }

  private static long notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, is " + value);
    }
    return value;
  }

  private static long positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be more than 0, is " + value);
    }
    return value;
  }
}
