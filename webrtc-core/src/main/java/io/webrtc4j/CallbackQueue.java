package io.webrtc4j;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's queue of things to tell its user, run one after the other: what an event loop is
 * to a browser's page. Every change that the user can see happens here, directly before the
 * listeners that hear of it.
 *
 * <p>It counts the bytes of the messages that wait in it, so that a slow listener slows the peer
 * down instead of filling the memory.
 */
final class CallbackQueue {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackQueue.class);

  /** Messages that may wait for their listeners before the peer's are left in its window. */
  private static final long MAX_BACKLOG_BYTES = 4L << 20;

  private final Executor executor;
  private final Waiter waiter;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final AtomicLong backlogBytes = new AtomicLong();
  private volatile @Nullable Thread runner;
  private volatile Runnable drained = () -> {};

  CallbackQueue(Executor executor, Waiter waiter) {
    this.executor = executor;
    this.waiter = waiter;
  }

  /** As {@link io.webrtc4j.world.World#waitInstead}. */
  @FunctionalInterface
  interface Waiter {
    boolean waitInstead(BooleanSupplier done, long limitNanos);
  }

  /** Sets what is called when the backlog has fallen from its limit to half of it. */
  void onDrained(Runnable drained) {
    this.drained = drained;
  }

  /** Queues {@code task}. */
  void execute(Runnable task) {
    tasks.add(task);
    schedule();
  }

  /** Queues {@code task}, which holds a message of {@code bytes} bytes until it has run. */
  void execute(Runnable task, long bytes) {
    backlogBytes.addAndGet(bytes);
    execute(
        () -> {
          try {
            task.run();
          } finally {
            release(bytes);
          }
        });
  }

  /** Whether messages may be added without the backlog growing past its limit. */
  boolean hasRoom() {
    return backlogBytes.get() < MAX_BACKLOG_BYTES;
  }

  /** Whether the calling thread is in one of this queue's tasks. */
  boolean isRunningHere() {
    return Thread.currentThread().equals(runner);
  }

  /** Lets the world wait for {@code done} in its own way; tells whether it did. */
  boolean waitedFor(BooleanSupplier done, long limitNanos) {
    return waiter.waitInstead(done, limitNanos);
  }

  private void release(long bytes) {
    long after = backlogBytes.addAndGet(-bytes);
    if (after < MAX_BACKLOG_BYTES / 2 && after + bytes >= MAX_BACKLOG_BYTES / 2) {
      drained.run();
    }
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      executor.execute(this::runAll);
    }
  }

  private void runAll() {
    runner = Thread.currentThread();
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      runOne(task);
    }
    runner = null;
    scheduled.set(false);
    if (!tasks.isEmpty()) {
      schedule();
    }
  }

  private static void runOne(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("A listener threw; the connection goes on", e);
    }
  }
}
