package io.webrtc4j.ice;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The paths along which an authentic check or answer of the peer's has come, so that application
 * data from there may be the peer's. At the limit the one that was heard of longest ago goes.
 */
final class AuthenticPaths {
  private static final float DEFAULT_LOAD_FACTOR = 0.75f;

  private final Map<IcePath, Boolean> paths;

  AuthenticPaths(int limit) {
    this.paths =
        new LinkedHashMap<>(limit, DEFAULT_LOAD_FACTOR, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<IcePath, Boolean> eldest) {
            return size() > limit;
          }
        };
  }

  void heard(IcePath path) {
    paths.put(path, true);
  }

  boolean contains(IcePath path) {
    return paths.containsKey(path);
  }
}
