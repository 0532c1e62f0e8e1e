package io.webrtc4j;

import io.webrtc4j.jsep.media.NegotiationException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The operations chain (W3C WebRTC §4.4.1.2): one asynchronous operation after the other, each a
 * step on the callback queue. What an operation tells, its listeners hear before its future
 * completes.
 *
 * <p>Where the specification leaves a promise pending for ever because the connection was closed
 * meanwhile, the future fails with {@code InvalidStateError}: on the JVM somebody may wait for it.
 */
final class OperationsChain {
  private final Connection connection;
  private final Runnable updateNegotiationNeeded;
  private final Queue<Link<?>> links = new ArrayDeque<>();
  private boolean updateWhenEmpty;

  OperationsChain(Connection connection, Runnable updateNegotiationNeeded) {
    this.connection = connection;
    this.updateNegotiationNeeded = updateNegotiationNeeded;
  }

  /** An operation, which runs as a step. */
  @FunctionalInterface
  interface Operation<T> {
    T run(List<Runnable> told) throws NegotiationException;
  }

  /** An operation without a result. */
  @FunctionalInterface
  interface Action {
    void run(List<Runnable> told) throws NegotiationException;
  }

  CompletableFuture<@Nullable Void> perform(Action action) {
    return perform(told -> {}, action);
  }

  /** What {@code first} changes is told before {@code then} begins. */
  CompletableFuture<@Nullable Void> perform(Action first, Action then) {
    return chain(
            first,
            told -> {
              then.run(told);
              return this;
            })
        .thenApply(done -> null);
  }

  <T> CompletableFuture<T> chain(Operation<T> operation) {
    return chain(told -> {}, operation);
  }

  private <T> CompletableFuture<T> chain(Action first, Operation<T> operation) {
    Link<T> link = new Link<>(first, operation, new CallbackFuture<>(connection.callbacks));
    boolean accepted =
        connection.change(
            () -> {
              if (connection.visible.isClosed()) {
                return false;
              }
              links.add(link);
              if (links.size() == 1) {
                connection.later(link::run);
              }
              return true;
            });
    if (!accepted) {
      link.future.completeExceptionally(RTCException.invalidState("the connection is closed"));
    }
    return link.future;
  }

  /** Whether an operation is under way; if so, the end of the chain updates the flag. In a step. */
  boolean postponesUpdate() {
    if (!links.isEmpty()) {
      updateWhenEmpty = true;
    }
    return !links.isEmpty();
  }

  /** Fails what waits. */
  void close() {
    connection.change(() -> List.copyOf(links)).forEach(Link::failClosed);
  }

  /** Takes the first operation off, goes on with the next; in a step. */
  private void next() {
    links.remove();
    Link<?> following = links.peek();
    if (following != null) {
      connection.later(following::run);
    } else if (updateWhenEmpty) {
      updateWhenEmpty = false;
      updateNegotiationNeeded.run();
    }
  }

  private final class Link<T> {
    private final Action first;
    private final Operation<T> operation;
    private final CompletableFuture<T> future;

    Link(Action first, Operation<T> operation, CompletableFuture<T> future) {
      this.first = first;
      this.operation = operation;
      this.future = future;
    }

    void run() {
      Runnable settle;
      try {
        Object[] result = new Object[1];
        connection.run(first::run);
        connection.run(told -> result[0] = operation.run(told));
        @SuppressWarnings("unchecked") // The operation's result came through an array.
        T value = (T) result[0];
        settle = () -> future.complete(value);
      } catch (NegotiationException e) {
        RTCException error = NegotiationErrors.of(e);
        settle = () -> future.completeExceptionally(error);
      } catch (Exception | Error e) {
        settle = () -> future.completeExceptionally(e);
      }
      if (leave()) {
        settle.run();
      } else {
        failClosed();
      }
    }

    /** Leaves the chain before the future completes, as the specification's own reaction does. */
    private boolean leave() {
      return connection.change(
          () -> {
            if (connection.visible.isClosed()) {
              return false;
            }
            next();
            return true;
          });
    }

    void failClosed() {
      connection.later(
          () ->
              future.completeExceptionally(
                  RTCException.invalidState("the connection was closed meanwhile")));
    }
  }
}
