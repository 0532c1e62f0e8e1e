package io.webrtc4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A future that its connection's {@link CallbackQueue} completes, so that what depends on it runs
 * in order with the listeners. Waiting for it inside one of them would wait forever; that is an
 * error at once instead.
 */
final class CallbackFuture<T> extends CompletableFuture<T> {
  private final CallbackQueue callbacks;

  CallbackFuture(CallbackQueue callbacks) {
    this.callbacks = callbacks;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CallbackFuture<>(callbacks);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    awaitWithoutLimit();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    refuseToWaitForItself();
    boolean waited = !isDone() && callbacks.waitedFor(this::isDone, unit.toNanos(timeout));
    return super.get(waited ? 0 : timeout, unit);
  }

  @Override
  public T join() {
    awaitWithoutLimit();
    return super.join();
  }

  private void awaitWithoutLimit() {
    refuseToWaitForItself();
    if (!isDone() && callbacks.waitedFor(this::isDone, Long.MAX_VALUE) && !isDone()) {
      throw new IllegalStateException("nothing is left to happen that could complete this future");
    }
  }

  private void refuseToWaitForItself() {
    if (!isDone() && callbacks.isRunningHere()) {
      throw new IllegalStateException(
          "this future completes after the listener that waits for it: go on in thenAccept or"
              + " thenCompose, or wait on a thread of your own");
    }
  }
}
