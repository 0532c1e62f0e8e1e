package io.webrtc4j;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a channel's messages, and holds those that come before there is a listener: in a browser
 * none can come between the creation of a channel and the next line of the script, on the JVM they
 * can.
 */
final class HeldMessages {
  private static final Logger LOG = LoggerFactory.getLogger(HeldMessages.class);

  private static final long MAX_HELD_BYTES = 1 << 20;

  private static final int MAX_HELD = 1024;

  private final Executor callbacks;
  private final BooleanSupplier wanted;
  private final Listeners<MessageEvent> listeners = new Listeners<>();
  private final Queue<MessageEvent> held = new ArrayDeque<>();
  private long heldBytes;
  private boolean overflowed;

  /**
   * With nothing held.
   *
   * @param callbacks the connection's callback queue
   * @param wanted whether what is held may still be told
   */
  HeldMessages(Executor callbacks, BooleanSupplier wanted) {
    this.callbacks = callbacks;
    this.wanted = wanted;
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
    } else if (!overflowed) {
      hold(event, bytes);
    }
  }

  /**
   * A program that has not listened for so long is like a page without a listener: what came is
   * gone. All of it goes, so that a listener which comes after all sees no gap in the middle.
   */
  private void hold(MessageEvent event, long bytes) {
    if (held.size() < MAX_HELD && heldBytes + bytes <= MAX_HELD_BYTES) {
      held.add(event);
      heldBytes += bytes;
      return;
    }
    overflowed = true;
    held.clear();
    heldBytes = 0;
    LOG.warn("Messages of a data channel are dropped, because nobody listens with onMessage");
  }

  private void release() {
    if (listeners.isEmpty()) {
      return; // Removed again before this ran.
    }
    for (MessageEvent event = held.poll(); event != null; event = held.poll()) {
      if (wanted.getAsBoolean()) {
        listeners.fire(event);
      }
    }
    heldBytes = 0;
  }
}
