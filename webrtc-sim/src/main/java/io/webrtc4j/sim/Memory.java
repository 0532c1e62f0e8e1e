package io.webrtc4j.sim;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is still reachable after a run, and how much memory it takes. */
public final class Memory {
  private static final int COLLECTIONS = 10;

  private final List<WeakReference<Object>> watched = new ArrayList<>();

  /** Watches nothing yet. */
  public Memory() {}

  /** Remembers these, without keeping them. */
  public void watch(Collection<?> objects) {
    objects.forEach(object -> watched.add(new WeakReference<>(object)));
  }

  /** How many of the watched are still reachable. */
  public long reachable() {
    long left = watched.size();
    for (int i = 0; i < COLLECTIONS && left > 0; i++) {
      System.gc();
      left = watched.stream().filter(reference -> reference.get() != null).count();
    }
    return left;
  }

  /** Bytes of the heap in use when all that can be collected is. */
  public static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
