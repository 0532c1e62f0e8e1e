package io.webrtc4j;

import io.webrtc4j.driver.SessionCommand;
import io.webrtc4j.jsep.JsepConfig;
import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.media.NegotiationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of one connection share: the state of offer and answer, and the rules by which it
 * changes. In a browser all this is the page's, which has one thread; here it is guarded by a lock.
 *
 * <p>A step changes the state under the lock and notes what is to be told. That is told after, on
 * the callback queue and without the lock, so that each listener sees all of the step's changes.
 */
final class Connection {
  final CallbackQueue callbacks;
  final VisibleState visible;
  final Transceivers transceivers;
  final Capabilities capabilities;

  /** For steps alone. */
  final RandomGenerator random;

  private final Object lock = new Object();
  private final NegotiationNeeded negotiationNeeded;
  private JsepState jsep;
  private boolean closed;
  private volatile Timer timer = (nanos, task) -> {};
  private volatile SessionLoop loop = command -> false;
  private volatile Runnable mediaChange = () -> {};
  private volatile @Nullable Statistics statistics;

  Connection(
      CallbackQueue callbacks,
      VisibleState visible,
      Capabilities capabilities,
      JsepConfig config,
      RandomGenerator random) {
    this.random = random;
    this.capabilities = capabilities;
    this.callbacks = callbacks;
    this.visible = visible;
    this.jsep = JsepState.initial(config, random);
    this.transceivers = new Transceivers(this);
    this.negotiationNeeded = new NegotiationNeeded(this);
  }

  NegotiationNeeded negotiationNeeded() {
    return negotiationNeeded;
  }

  OperationsChain operations() {
    return negotiationNeeded.chain();
  }

  /** A listener's error, such as a failed assertion, is thrown after all that is to be done. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (Error e) {
      later(
          () -> {
            throw e;
          });
    }
  }

  /** The event loop's. */
  @FunctionalInterface
  interface Timer {
    void after(long nanos, Runnable task);
  }

  /** A part of an algorithm of the specification that nothing may come between. */
  @FunctionalInterface
  interface Step {
    /**
     * Changes the state.
     *
     * @param told what to tell after, in this order
     */
    void run(List<Runnable> told) throws NegotiationException;
  }

  /** A step that is no more than a change. */
  @FunctionalInterface
  interface Change<T> {
    T make();
  }

  /** Runs {@code change} under the lock; its caller may be any thread. */
  <T> T change(Change<T> change) {
    try {
      synchronized (lock) {
        return change.make();
      }
    } finally {
      startQueued();
    }
  }

  /** As {@link #change}, for what a closed connection refuses. */
  <T> T changeIfOpen(Change<T> change) {
    return change(
        () -> {
          if (closed) {
            throw RTCException.invalidState("the connection is closed");
          }
          return change.make();
        });
  }

  /** Queues {@code step} as a task; nothing happens if the connection is closed by then. */
  void queueTask(Step step) {
    later(() -> runTask(step));
  }

  /** Queues {@code task}, which does not run under the lock, whoever executes the queue. */
  void later(Runnable task) {
    callbacks.add(task);
    startQueued();
  }

  private void startQueued() {
    if (!Thread.holdsLock(lock)) {
      callbacks.start();
    }
  }

  /** As {@link #run}, of a step that refuses nothing. */
  boolean runTask(Step step) {
    try {
      return run(step);
    } catch (NegotiationException e) {
      throw new IllegalStateException("a queued step refused its own state", e);
    }
  }

  /** Runs {@code step} unless the connection is closed, and tells; on the callback queue. */
  boolean run(Step step) throws NegotiationException {
    List<Runnable> told = new ArrayList<>();
    try {
      synchronized (lock) {
        if (closed) {
          return false;
        }
        step.run(told);
      }
    } finally {
      startQueued();
    }
    told.forEach(this::tell);
    return true;
  }

  /** Where the session is. */
  @FunctionalInterface
  interface SessionLoop {
    /** Has the event loop run {@code command}; returns false if it was shut down. */
    boolean execute(SessionCommand command);
  }

  /** Sets what runs {@link #onLoop}'s commands. */
  void loop(SessionLoop loop) {
    this.loop = loop;
  }

  /** Has the event loop run {@code command}; returns false if it was shut down. */
  boolean onLoop(SessionCommand command) {
    return loop.execute(command);
  }

  /** Sets what {@link #mediaChanged} calls. */
  void onMediaChange(Runnable change) {
    mediaChange = change;
  }

  /** What is sent has changed without offer and answer; in a step. */
  void mediaChanged() {
    mediaChange.run();
  }

  /** Sets what runs {@link #after}'s tasks when their time has come. */
  void timer(Timer timer) {
    this.timer = timer;
  }

  /** Sets what {@link #statistics()} returns. */
  void statistics(Statistics statistics) {
    this.statistics = statistics;
  }

  Statistics statistics() {
    return Objects.requireNonNull(statistics);
  }

  /** Queues {@code task} when {@code millis} milliseconds have passed. */
  void after(long millis, Runnable task) {
    timer.after(TimeUnit.MILLISECONDS.toNanos(millis), () -> later(task));
  }

  /** A UUID; in a step. */
  String newId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** The state of offer and answer; under the lock. */
  JsepState jsep() {
    requireLock();
    return jsep;
  }

  /** Makes {@code next} the state of offer and answer; under the lock. */
  void jsep(JsepState next) {
    requireLock();
    jsep = next;
    transceivers.refresh(next);
  }

  /** Marks it as closed; returns false if it was. Under the lock. */
  boolean markClosed() {
    requireLock();
    boolean first = !closed;
    closed = true;
    return first;
  }

  private void requireLock() {
    if (!Thread.holdsLock(lock)) {
      throw new IllegalStateException("only in a step of the connection");
    }
  }
}
