package io.webrtc4j.signaling.netty;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which file a request's path means.
 *
 * <p>Only names that need no escaping are served: letters, digits, dots, dashes and underscores in
 * segments that don't begin with a dot. So there is nothing to decode, and no way up or out.
 */
final class ContentPath {
  private static final String INDEX = "index.html";
  private static final Pattern SAFE =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final int MAX_LENGTH = 256;

  private ContentPath() {}

  /**
   * The file's path relative to {@code prefix}, or null if {@code path} is not below it or not
   * safe.
   *
   * @param path the request's path, without its query
   * @param prefix begins and ends with a slash
   */
  static @Nullable String below(String prefix, String path) {
    if (!path.startsWith(prefix) || path.length() > MAX_LENGTH) {
      return null;
    }
    String relative = path.substring(prefix.length());
    if (relative.isEmpty() || relative.endsWith("/")) {
      relative += INDEX;
    }
    return SAFE.matcher(relative).matches() ? relative : null;
  }
}
