package io.webrtc4j.rtp.congestion;

import io.webrtc4j.common.Deadline;
import java.util.ArrayDeque;

/**
 * Whether a queue grows in the network, by how the time that packets take changes: a simple form of
 * the delay gradient of draft-ietf-rmcat-gcc-02 §4. Packets that were sent within a few
 * milliseconds count as one, since the network may deliver them at once.
 */
final class DelayTrend {
  /** What is looked at. */
  static final long WINDOW = Deadline.millis(500);

  // Draft §4.1: a burst.
  private static final long GROUP = Deadline.millis(5);
  private static final long BASE_WINDOW = Deadline.seconds(10);
  private static final long GROWTH = Deadline.millis(15);
  private static final int MIN_GROUPS = 5;
  private static final int SUSTAINED = 2;

  private final ArrayDeque<Sample> samples = new ArrayDeque<>();
  private long groupSent = Long.MIN_VALUE / 2;
  private long groupDelay;
  private boolean hasGroup;
  private long base = Long.MAX_VALUE;
  private long baseAt;
  private int growing;

  private record Sample(long sent, long delay) {}

  /** A packet that took {@code delay} nanoseconds on two clocks that need not agree. */
  void add(long sentAt, long delay) {
    if (hasGroup && sentAt - groupSent < GROUP) {
      groupDelay = Math.max(groupDelay, delay);
      return;
    }
    if (hasGroup) {
      endGroup();
    }
    hasGroup = true;
    groupSent = sentAt;
    groupDelay = delay;
  }

  private void endGroup() {
    samples.add(new Sample(groupSent, groupDelay));
    while (samples.getFirst().sent < groupSent - WINDOW) {
      samples.remove();
    }
    if (groupDelay < base || groupSent - baseAt > BASE_WINDOW) {
      base = groupDelay;
      baseAt = groupSent;
    }
    boolean grows = samples.size() >= MIN_GROUPS && growth() > GROWTH && groupDelay - base > GROWTH;
    growing = grows ? growing + 1 : 0;
  }

  /** By how much the delay grew over the window, by the line of least squares. */
  private double growth() {
    double meanSent = 0;
    double meanDelay = 0;
    long first = samples.getFirst().sent;
    long firstDelay = samples.getFirst().delay;
    for (Sample sample : samples) {
      meanSent += sample.sent - first;
      meanDelay += sample.delay - firstDelay;
    }
    meanSent /= samples.size();
    meanDelay /= samples.size();
    double covariance = 0;
    double variance = 0;
    for (Sample sample : samples) {
      double x = sample.sent - first - meanSent;
      covariance += x * (sample.delay - firstDelay - meanDelay);
      variance += x * x;
    }
    return variance == 0 ? 0 : covariance / variance * (samples.getLast().sent - first);
  }

  /** Whether packets take ever longer. */
  boolean isGrowing() {
    return growing >= SUSTAINED;
  }

  /** Begins anew, after the rate was changed for it. */
  void reset() {
    samples.clear();
    growing = 0;
  }
}
