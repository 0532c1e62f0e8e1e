package io.webrtc4j.ice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that came, and were answered, before the peer's credentials were known (RFC 8445 §7.3):
 * one for each path, to be acted on later.
 */
final class EarlyChecks {
  private final Map<IcePath, BindingRequest> byPath = new LinkedHashMap<>();
  private final int limit;
  private final Drops drops;

  EarlyChecks(int limit, Drops drops) {
    this.limit = limit;
    this.drops = drops;
  }

  /** Keeps the check, or its nomination alone if one that nominated came along this path before. */
  void add(IcePath path, BindingRequest request) {
    BindingRequest before = byPath.get(path);
    if (before == null && byPath.size() >= limit) {
      drops.beyondLimits();
      return;
    }
    if (before == null || !before.useCandidate()) {
      byPath.put(path, request);
    }
  }

  /** All checks in the order in which their paths came first; none is left. */
  List<EarlyCheck> takeAll() {
    List<EarlyCheck> all = new ArrayList<>();
    byPath.forEach((path, request) -> all.add(new EarlyCheck(path, request)));
    byPath.clear();
    return all;
  }

  /** One check and the way it came. */
  record EarlyCheck(IcePath path, BindingRequest request) {}
}
