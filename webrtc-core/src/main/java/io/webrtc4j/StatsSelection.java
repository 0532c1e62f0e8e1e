package io.webrtc4j;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/** The stats selection algorithm (W3C WebRTC §8.3). */
final class StatsSelection {
  private StatsSelection() {}

  /** Those that are wanted, and all that they refer to directly or indirectly. */
  static List<RTCStats> of(Collection<RTCStats> all, Predicate<RTCStats> wanted) {
    Map<String, RTCStats> byId = new HashMap<>();
    all.forEach(each -> byId.put(each.id(), each));
    Queue<RTCStats> toFollow = new ArrayDeque<>(all.stream().filter(wanted).toList());
    Set<String> found = new HashSet<>();
    for (RTCStats next = toFollow.poll(); next != null; next = toFollow.poll()) {
      if (found.add(next.id())) {
        StatsMembers.of(next)
            .forEach(
                (member, value) -> {
                  RTCStats referred = isReference(member) ? byId.get(value) : null;
                  if (referred != null) {
                    toFollow.add(referred);
                  }
                });
      }
    }
    return all.stream().filter(each -> found.contains(each.id())).toList();
  }

  /** W3C Statistics §4: names that end so are always references. */
  private static boolean isReference(String member) {
    return member.endsWith("Id");
  }
}
