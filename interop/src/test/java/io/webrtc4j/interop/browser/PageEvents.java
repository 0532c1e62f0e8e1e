package io.webrtc4j.interop.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What pages tell: each event is taken once, by who asks for it first, whenever it comes. */
final class PageEvents {
  private static final int SHOWN = 60;
  private static final int SHOWN_CHARACTERS = 300;

  private final List<JsonNode> notTaken = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();

  private record Wanted(Predicate<JsonNode> what, CompletableFuture<JsonNode> event) {}

  private record Listener(Predicate<JsonNode> what, Consumer<JsonNode> then) {}

  synchronized void add(JsonNode event) {
    remember(event);
    for (Listener listener : listeners) {
      if (listener.what().test(event)) {
        listener.then().accept(event);
        return;
      }
    }
    for (Iterator<Wanted> each = wanted.iterator(); each.hasNext(); ) {
      Wanted next = each.next();
      if (next.what().test(event)) {
        each.remove();
        next.event().complete(event);
        return;
      }
    }
    notTaken.add(event);
  }

  /** Completes with the first such event that nobody took. */
  synchronized CompletableFuture<JsonNode> next(Predicate<JsonNode> what) {
    for (Iterator<JsonNode> each = notTaken.iterator(); each.hasNext(); ) {
      JsonNode event = each.next();
      if (what.test(event)) {
        each.remove();
        return CompletableFuture.completedFuture(event);
      }
    }
    Wanted next = new Wanted(what, new CompletableFuture<>());
    wanted.add(next);
    return next.event();
  }

  /** Hands every such event to the listener from now on, those that came before at once. */
  synchronized void forEach(Predicate<JsonNode> what, Consumer<JsonNode> then) {
    for (Iterator<JsonNode> each = notTaken.iterator(); each.hasNext(); ) {
      JsonNode event = each.next();
      if (what.test(event)) {
        each.remove();
        then.accept(event);
      }
    }
    listeners.add(new Listener(what, then));
  }

  /** Forgets all of such events, and who wants them. */
  synchronized void forget(String peer) {
    Predicate<JsonNode> itsOwn = event -> event.path("peer").asText().equals(peer);
    notTaken.removeIf(itsOwn);
  }

  private void remember(JsonNode event) {
    if (last.size() == SHOWN) {
      last.removeFirst();
    }
    String text = event.toString();
    last.add(text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text);
  }

  @Override
  public synchronized String toString() {
    return last.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
