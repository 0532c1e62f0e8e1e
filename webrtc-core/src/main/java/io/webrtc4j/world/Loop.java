package io.webrtc4j.world;

import java.net.InetSocketAddress;

/** Runs tasks one after the other, in the order in which they came, and owns ports. */
public interface Loop {
  /**
   * Runs {@code task} after the tasks that wait already. From any thread.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the loop was shut down
   */
  void execute(Runnable task);

  /** Runs {@code task} in {@code delayNanos} nanoseconds. On the loop. */
  Timer schedule(Runnable task, long delayNanos);

  /** Nanoseconds since some fixed moment. From any thread. */
  long nanoTime();

  /**
   * Binds a UDP port and tells {@code outcome} on the loop. On the loop.
   *
   * @param local the address, and the port or 0 for any
   * @param listener who gets what arrives, from when the outcome was told
   */
  void bind(InetSocketAddress local, UdpListener listener, BindOutcome outcome);

  /** A task that was scheduled. */
  interface Timer {
    /** Forgets the task, unless it has run. On the loop. */
    void cancel();
  }

  /** Hears how a binding went. */
  interface BindOutcome {
    /** The port is bound. */
    void bound(UdpPort port);

    /** It is not. */
    void failed(Throwable cause);
  }
}
