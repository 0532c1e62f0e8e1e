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

  /**
   * Binds the port of a multicast group on one link, beside others of the machine that do, and
   * tells {@code outcome} on the loop. What is written to the group goes out on the link, and is
   * heard on this machine too. On the loop.
   *
   * @param link of the world's links
   * @param group the group's address and the port
   * @param listener who gets what arrives; nothing but what was sent to the group where the port's
   *     {@link UdpPort#local} is the group's address
   */
  void bindGroup(
      MulticastLink link, InetSocketAddress group, UdpListener listener, BindOutcome outcome);

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
