package io.webrtc4j;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ICE server's URL (RFC 7064 §3.1, RFC 7065 §3.1), read by "validate an ICE server URL" of W3C
 * WebRTC §4.4.1.5, that is, with the WHATWG's URL parser.
 *
 * @param scheme {@code stun}, {@code stuns}, {@code turn} or {@code turns}
 * @param host a name in lower-case ASCII, or an IP address without brackets
 * @param port the port, by default the scheme's
 * @param transport {@code udp} or {@code tcp} if the URL says so; null otherwise
 */
record IceServerUrl(String scheme, String host, int port, @Nullable String transport) {
  private static final int PLAIN_PORT = 3478;
  private static final int SECURE_PORT = 5349;
  private static final int MAX_PORT = 65_535;

  /** What the WHATWG's parser takes away before it begins. */
  private static final Pattern SURROUNDINGS = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$");

  private static final Pattern LINE_BREAKS_AND_TABS = Pattern.compile("[\\t\\n\\r]");

  private static final Pattern PARTS =
      Pattern.compile("(?<scheme>stuns?|turns?):(?<path>[^?#]*)(?<query>\\?[^#]*)?", flags());

  /** Authority of an {@code https} URL, which has neither user nor path. */
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?<host>\\[[^\\]]*\\]|[^:]*)(?::(?<port>[0-9]*))?");

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }

  /**
   * Reads a URL.
   *
   * @throws RTCException {@code SyntaxError} if it is malformed, or of another scheme
   */
  static IceServerUrl parse(String url) {
    String text = SURROUNDINGS.matcher(url).replaceAll("");
    Matcher parts = PARTS.matcher(LINE_BREAKS_AND_TABS.matcher(text).replaceAll(""));
    if (!parts.matches()) {
      throw malformed(url, "it is to be stun:, stuns:, turn: or turns:, a host, and a port if any");
    }
    String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    String transport = transport(url, scheme, parts.group("query"));
    Matcher hostAndPort = HOST_AND_PORT.matcher(parts.group("path"));
    if (!hostAndPort.matches()) {
      throw malformed(url, "what stands behind the scheme is no host and port");
    }
    String host = UrlHost.parse(hostAndPort.group("host"));
    if (host == null) {
      throw malformed(url, "it has no valid host");
    }
    return new IceServerUrl(scheme, host, port(url, scheme, hostAndPort.group("port")), transport);
  }

  /** Whether it is a TURN server's, which needs credentials. */
  boolean isTurn() {
    return scheme.startsWith("turn");
  }

  /** Whether the server is reached over TLS or DTLS. */
  boolean isSecure() {
    return scheme.endsWith("s");
  }

  private static @Nullable String transport(String url, String scheme, @Nullable String query) {
    if (query == null) {
      return null;
    }
    if (scheme.startsWith("stun")) {
      throw malformed(url, "a stun URL has no query");
    }
    return switch (query) {
      case "?transport=udp" -> "udp";
      case "?transport=tcp" -> "tcp";
      default -> throw malformed(url, "its query is to be transport=udp or transport=tcp");
    };
  }

  private static int port(String url, String scheme, @Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return scheme.endsWith("s") ? SECURE_PORT : PLAIN_PORT;
    }
    int port = 0;
    for (int i = 0; i < digits.length() && port <= MAX_PORT; i++) {
      port = port * 10 + digits.charAt(i) - '0';
    }
    if (port > MAX_PORT) {
      throw malformed(url, "its port is beyond " + MAX_PORT);
    }
    return port;
  }

  private static RTCException malformed(String url, String why) {
    // What stands before an @ may be a password.
    int at = url.lastIndexOf('@');
    String shown = at < 0 ? url : "..." + url.substring(at);
    return RTCException.syntax("\"" + shown + "\" is no URL of an ICE server: " + why);
  }
}
