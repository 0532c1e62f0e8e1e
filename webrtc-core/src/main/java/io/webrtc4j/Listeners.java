package io.webrtc4j;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen to one kind of event, in the order in which they were added. */
final class Listeners<E> {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Consumer<? super E>> listeners = new CopyOnWriteArrayList<>();

  ListenerRegistration add(Consumer<? super E> listener) {
    Objects.requireNonNull(listener, "listener");
    // A wrapper of its own, so that the same listener added twice is removed once at a time.
    Consumer<E> entry = listener::accept;
    listeners.add(entry);
    return () -> listeners.remove(entry);
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  /**
   * Tells everyone; one that throws does not keep the event from the others. An error, such as a
   * failed assertion, is thrown after that.
   */
  void fire(E event) {
    Error error = null;
    for (Consumer<? super E> listener : listeners) {
      try {
        listener.accept(event);
      } catch (Exception e) { // Kotlin throws checked ones, too.
        LOG.warn("A listener threw on {}", event, e);
      } catch (Error e) {
        error = e;
      }
    }
    if (error != null) {
      throw error;
    }
  }
}
