package io.webrtc4j;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Delivers a channel's messages, and holds those that come before there is a listener: in a browser
 * none can come between the creation of a channel and the next line of the script, on the JVM they
 * can.
 */
final class HeldMessages {
  /** A program that never listens does not want them; a browser drops them all. */
  private static final long MAX_HELD_BYTES = 1 << 20;

  private static final int MAX_HELD = 1024;

  private final Executor callbacks;
  private final Listeners<MessageEvent> listeners = new Listeners<>();
  private final Queue<MessageEvent> held = new ArrayDeque<>();
  private long heldBytes;

  /**
   * With nothing held.
   *
   * @param callbacks the connection's callback queue
   */
  HeldMessages(Executor callbacks) {
    this.callbacks = callbacks;
  }

  ListenerRegistration add(Consumer<? super MessageEvent> listener) {
    ListenerRegistration registration = listeners.add(listener);
    callbacks.execute(this::release);
    return registration;
  }

  /** On the callback queue. */
  void fire(MessageEvent event, long bytes) {
    if (!listeners.isEmpty()) {
      release();
      listeners.fire(event);
    } else if (held.size() < MAX_HELD && heldBytes + bytes <= MAX_HELD_BYTES) {
      held.add(event);
      heldBytes += bytes;
    }
  }

  private void release() {
    if (listeners.isEmpty()) {
      return; // Removed again before this ran.
    }
    for (MessageEvent event = held.poll(); event != null; event = held.poll()) {
      listeners.fire(event);
    }
    heldBytes = 0;
  }
}
