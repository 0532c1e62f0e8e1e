package io.webrtc4j.signaling.netty;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may connect. Browsers name the page's origin (RFC 6455 §4.1), and without a check
 * any page in the world could use a server on the visitor's own machine.
 *
 * <p>Clients that send no origin are no browsers and may connect. Listed origins may; with none
 * listed, pages from the server itself may: those whose origin has the host and port of the Host
 * header. On a loopback address, that host must then also be {@code localhost} or an IP address,
 * for else a foreign page whose name was made to resolve to the loopback address (DNS rebinding)
 * would count as the server's own.
 */
final class OriginPolicy {
  /** Lists every origin. */
  static final String ANY = "*";

  private static final Pattern HOST =
      Pattern.compile("(?<name>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?");
  private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

  private final Set<String> allowed;

  OriginPolicy(Set<String> allowed) {
    this.allowed = allowed;
  }

  /** Whether {@code host} is a well-formed Host header of a name or address and maybe a port. */
  static boolean isHost(@Nullable String host) {
    return host != null && HOST.matcher(host).matches();
  }

  /**
   * Why a connection is refused, or null if it may be.
   *
   * @param origin the Origin header, or null
   * @param host the Host header, or null
   * @param isOnLoopback whether the connection came in on a loopback address
   */
  @Nullable String refusal(@Nullable String origin, @Nullable String host, boolean isOnLoopback) {
    if (origin == null || allowed.contains(ANY) || allowed.contains(origin)) {
      return null;
    }
    if (!allowed.isEmpty()) {
      return "This origin is not among those that the server allows.";
    }
    if (host == null || !isSame(origin, host)) {
      return "This server talks to its own pages only; allow other origins when building it.";
    }
    if (isOnLoopback && !isLocal(host)) {
      return "On a loopback address the server's pages are at localhost; allow other origins when"
          + " building it.";
    }
    return null;
  }

  private static boolean isSame(String origin, String host) {
    int schemeEnd = origin.indexOf("://");
    if (schemeEnd < 0) {
      return false;
    }
    String defaultPort = origin.startsWith("https:") ? "443" : "80";
    String originHost = canonical(origin.substring(schemeEnd + 3), defaultPort);
    return originHost != null && originHost.equals(canonical(host, defaultPort));
  }

  private static @Nullable String canonical(String host, String defaultPort) {
    var matcher = HOST.matcher(host);
    if (!matcher.matches()) {
      return null;
    }
    String port = matcher.group("port");
    return matcher.group("name").toLowerCase(Locale.ROOT)
        + ":"
        + (port == null ? defaultPort : port);
  }

  private static boolean isLocal(String host) {
    var matcher = HOST.matcher(host);
    if (!matcher.matches()) {
      return false;
    }
    String name = matcher.group("name").toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || IP_ADDRESS.matcher(name).matches();
  }
}
