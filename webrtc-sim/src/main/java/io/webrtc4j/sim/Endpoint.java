package io.webrtc4j.sim;

import org.jspecify.annotations.Nullable;

/**
 * One side of a simulated link, as {@link TwoPeers} drives it: an engine behind a few lines that
 * translate.
 *
 * @param <P> what travels on the link
 */
public interface Endpoint<P> {
  /** The next packet to send at {@code now}, or null. */
  @Nullable P poll(long now);

  /** Takes a packet that arrived. */
  void receive(P packet, long now);

  /** Tells that {@link #nextDeadline()} has come. */
  void timeout(long now);

  /** When {@link #timeout} is wanted, or {@code Deadline.NEVER}. */
  long nextDeadline();

  /** The size that {@code packet} has on the link, in bytes. */
  int size(P packet);
}
