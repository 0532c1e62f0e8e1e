package io.webrtc4j;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listeners of an event that happens once in an object's life. Who adds a listener on another
 * thread may be later than the event, which cannot happen in a browser; such a listener is told all
 * the same.
 */
final class OnceListeners<E> {
  private final CallbackQueue callbacks;
  private final Listeners<E> listeners = new Listeners<>();
  private @Nullable E fired;

  OnceListeners(CallbackQueue callbacks) {
    this.callbacks = callbacks;
  }

  ListenerRegistration add(Consumer<? super E> listener) {
    E missed;
    ListenerRegistration registration = () -> {};
    synchronized (this) {
      missed = fired;
      if (missed == null) {
        registration = listeners.add(listener);
      }
    }
    if (missed != null) {
      callbacks.execute(() -> listener.accept(missed));
    }
    return registration;
  }

  void fire(E event) {
    synchronized (this) {
      if (fired != null) {
        return;
      }
      fired = event;
    }
    listeners.fire(event);
  }
}
