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
    refuseToWaitForItself();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    refuseToWaitForItself();
    return super.get(timeout, unit);
  }

  @Override
  public T join() {
    refuseToWaitForItself();
    return super.join();
  }

  private void refuseToWaitForItself() {
    if (!isDone() && callbacks.isRunningHere()) {
      throw new IllegalStateException(
          "this future completes after the listener that waits for it: go on in thenAccept or"
              + " thenCompose, or wait on a thread of your own");
    }
  }
}
