package io.webrtc4j;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
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

  /** About what a waiting message costs beside its payload, so that empty ones count, too. */
  private static final long BYTES_PER_MESSAGE = 256;

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
    add(task);
    schedule();
  }

  /** Queues {@code task}, which waits for {@link #start}. */
  void add(Runnable task) {
    tasks.add(task);
  }

  /** Has the executor run what waits. */
  void start() {
    if (!tasks.isEmpty()) {
      schedule();
    }
  }

  /** Queues {@code task}, which holds a message of {@code bytes} bytes until it has run. */
  void execute(Runnable task, long bytes) {
    long held = bytes + BYTES_PER_MESSAGE;
    backlogBytes.addAndGet(held);
    execute(
        () -> {
          try {
            task.run();
          } finally {
            release(held);
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
      try {
        executor.execute(this::runAll);
      } catch (RejectedExecutionException | OutOfMemoryError e) {
        // The event loop, which may have called, must go on. OutOfMemoryError: no more threads.
        scheduled.set(false);
        refused(e);
      }
    }
  }

  /** A pool that is full takes what waits with the next task; one that was shut down, never. */
  private void refused(Throwable reason) {
    if (executor instanceof ExecutorService service && service.isShutdown()) {
      LOG.warn("The callback executor was shut down: listeners and futures are dropped", reason);
      tasks.clear();
      backlogBytes.set(0);
    } else {
      LOG.warn("The callback executor takes no task now: listeners and futures wait", reason);
    }
  }

  /** An error, such as a failed assertion, ends this run; the tasks behind it have another. */
  private void runAll() {
    runner = Thread.currentThread();
    try {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        runOne(task);
      }
    } finally {
      runner = null;
      scheduled.set(false);
      if (!tasks.isEmpty()) {
        schedule();
      }
    }
  }

  private static void runOne(Runnable task) {
    try {
      task.run();
    } catch (Exception e) { // Kotlin throws checked ones, too.
      LOG.warn("A listener threw; the connection goes on", e);
    }
  }
}
