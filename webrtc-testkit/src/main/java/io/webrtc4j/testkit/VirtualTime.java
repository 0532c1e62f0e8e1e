package io.webrtc4j.testkit;

import io.webrtc4j.common.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** The clock of a virtual network and what is to happen, in order. */
final class VirtualTime {
  /** So many things never happen at one moment, unless somebody goes in a circle. */
  private static final int MAX_EVENTS_AT_ONE_TIME = 1_000_000;

  private final PriorityQueue<Scheduled> events =
      new PriorityQueue<>(
          Comparator.<Scheduled>comparingLong(event -> event.time)
              .thenComparingLong(event -> event.order));
  private final Thread owner = Thread.currentThread();
  private long now;
  private long order;
  private int eventsAtThisTime;
  private boolean running;

  /** Something that is to happen, unless it is cancelled. */
  static final class Scheduled {
    private final long time;
    private final long order;
    private final Runnable task;
    private boolean cancelled;

    private Scheduled(long time, long order, Runnable task) {
      this.time = time;
      this.order = order;
      this.task = task;
    }

    void cancel() {
      cancelled = true;
    }

    boolean isCancelled() {
      return cancelled;
    }
  }

  /** Nanoseconds since the beginning. */
  long now() {
    return now;
  }

  /** Whether {@link #run} is under way. */
  boolean isRunning() {
    return running;
  }

  Scheduled schedule(long delay, Runnable task) {
    requireOwner();
    Scheduled event = new Scheduled(Deadline.after(now, Math.max(0, delay)), order++, task);
    events.add(event);
    return event;
  }

  /** Runs until {@code done}, at most {@code limit}; tells whether it came true. */
  boolean run(BooleanSupplier done, Duration limit) {
    requireOwner();
    if (running) {
      throw new IllegalStateException(
          "the network runs already: in a listener or task, go on in thenAccept or schedule");
    }
    running = true;
    try {
      return runTo(Deadline.after(now, limit.toNanos()), done);
    } finally {
      running = false;
    }
  }

  private boolean runTo(long end, BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      Scheduled next = events.peek();
      if (next == null || next.time > end) {
        now = Math.max(now, end);
        return false;
      }
      events.remove();
      if (!next.cancelled) {
        moveTo(next.time);
        next.task.run();
      }
    }
    return true;
  }

  private void moveTo(long time) {
    if (time > now) {
      now = time;
      eventsAtThisTime = 0;
    } else if (++eventsAtThisTime > MAX_EVENTS_AT_ONE_TIME) {
      throw new AssertionError("time does not move on at " + Duration.ofNanos(now));
    }
  }

  private void requireOwner() {
    if (!Thread.currentThread().equals(owner)) {
      throw new IllegalStateException(
          "a virtual network and its connections belong to the thread that made the network, "
              + owner.getName());
    }
  }
}
