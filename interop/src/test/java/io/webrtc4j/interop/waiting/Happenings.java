package io.webrtc4j.interop.waiting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * What happened, in order. Each thing is taken once, by who asks for it first, before or after it
 * comes.
 */
public final class Happenings<T> {
  private final List<T> notTaken = new ArrayList<>();
  private final List<Wanted<T>> wanted = new ArrayList<>();

  private record Wanted<T>(Predicate<? super T> what, CompletableFuture<T> happening) {}

  /** Adds what happened. */
  public void add(T happening) {
    CompletableFuture<T> taker = taker(happening);
    if (taker != null) {
      taker.complete(happening);
    }
  }

  /** Completes with the first such thing that nobody took; those before it stay. */
  public synchronized CompletableFuture<T> next(Predicate<? super T> what) {
    for (Iterator<T> each = notTaken.iterator(); each.hasNext(); ) {
      T happening = each.next();
      if (what.test(happening)) {
        each.remove();
        return CompletableFuture.completedFuture(happening);
      }
    }
    Wanted<T> next = new Wanted<>(what, new CompletableFuture<>());
    wanted.add(next);
    return next.happening();
  }

  /** Takes all such things that have happened. */
  public synchronized List<T> takeAll(Predicate<? super T> what) {
    List<T> all = notTaken.stream().filter(what).toList();
    notTaken.removeIf(what);
    return all;
  }

  /** What happened and was not taken. */
  @Override
  public synchronized String toString() {
    return notTaken.toString();
  }

  private synchronized CompletableFuture<T> taker(T happening) {
    for (Iterator<Wanted<T>> each = wanted.iterator(); each.hasNext(); ) {
      Wanted<T> next = each.next();
      if (next.what().test(happening)) {
        each.remove();
        return next.happening();
      }
    }
    notTaken.add(happening);
    return null;
  }
}
