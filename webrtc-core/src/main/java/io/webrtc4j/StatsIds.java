package io.webrtc4j;

import java.util.HashMap;
import java.util.Map;

/**
 * The ids of objects that have no name of their own which may be told. An object keeps its id from
 * report to report; one that is not in a report has none any more, and no other gets it.
 */
final class StatsIds {
  private final Map<Object, String> current = new HashMap<>();
  private final Map<Object, String> before = new HashMap<>();
  private long last;

  /** Begins a report. */
  void begin() {
    before.clear();
    before.putAll(current);
    current.clear();
  }

  /**
   * The id of the object that {@code key} identifies.
   *
   * @param prefix of a new id, which tells its kind
   */
  String of(String prefix, Object key) {
    String known = current.get(key);
    if (known == null) {
      known = before.get(key);
      if (known == null) {
        known = prefix + ++last;
      }
      current.put(key, known);
    }
    return known;
  }
}
