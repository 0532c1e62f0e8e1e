package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.interop.waiting.Happenings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a page's peers tell, each event for who waits or listens for it. */
final class PageEvents {
  private static final int SHOWN = 60;
  private static final int SHOWN_CHARACTERS = 300;

  private final Happenings<JsonNode> events = new Happenings<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();

  private record Listener(String peer, Predicate<JsonNode> what, Consumer<JsonNode> then) {}

  /** Called by one thread. Listeners may wait, and are called without a lock. */
  void add(JsonNode event) {
    listenerOf(event).ifPresent(listener -> listener.then().accept(event));
  }

  private synchronized Optional<Listener> listenerOf(JsonNode event) {
    remember(event);
    Optional<Listener> found =
        listeners.stream().filter(listener -> listener.what().test(event)).findFirst();
    if (found.isEmpty()) {
      events.add(event);
    }
    return found;
  }

  /** Completes with the first such event that nobody took. */
  CompletableFuture<JsonNode> next(Predicate<JsonNode> what) {
    return events.next(what);
  }

  /** Hands every such event to the listener from now on, those that came before at once. */
  synchronized void forEach(String peer, Predicate<JsonNode> what, Consumer<JsonNode> then) {
    events.takeAll(what).forEach(then);
    listeners.add(new Listener(peer, what, then));
  }

  /** Forgets a peer's events, and who listens to them. */
  synchronized void forget(String peer) {
    events.takeAll(event -> event.path("peer").asText().equals(peer));
    listeners.removeIf(listener -> listener.peer().equals(peer));
  }

  private void remember(JsonNode event) {
    if (last.size() == SHOWN) {
      last.removeFirst();
    }
    String text = event.toString();
    last.add(text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text);
  }

  /** The last events, one in a line. */
  @Override
  public synchronized String toString() {
    return last.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
