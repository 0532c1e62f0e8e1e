package io.webrtc4j.interop.waiting;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for futures in tests. */
public final class Waiting {
  /** Far more than anything on one machine takes, the start of a browser included. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private Waiting() {}

  /**
   * Waits for a result.
   *
   * @param what it is, for the failure
   * @param logs what a failing test should show
   * @throws AssertionError if it does not come in time, or fails
   */
  public static <T> T await(CompletableFuture<T> future, String what, Supplier<String> logs) {
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Waited " + LIMIT + " for: " + what + "\n" + logs.get(), e);
    } catch (ExecutionException e) {
      throw new AssertionError("Failed: " + what + "\n" + logs.get(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
