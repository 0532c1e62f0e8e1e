package io.webrtc4j;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hosts as the WHATWG's URL standard does (§3.5, "host parser", for special schemes), with
 * the JDK's IDNA of 2003 for names beyond ASCII.
 */
final class UrlHost {
  /** "Forbidden domain code point": C0 controls, DEL, space and delimiters. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x20\\x7F\"#%/:<>?@\\[\\\\\\]^|]");

  /** RFC 4291 §2.2; what its colons and zeros come to is left to the JDK. */
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:]*:(?:[0-9A-Fa-f]*|[0-9]{1,3}(?:\\.[0-9]{1,3}){3})");

  /** The dots of IDNA (RFC 3490 §3.1). */
  private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");

  private static final String ACE_PREFIX = "xn--";

  private UrlHost() {}

  /** The host in its usual form, an IPv6 address without brackets; null if it is no valid one. */
  static @Nullable String parse(String text) {
    if (text.startsWith("[")) {
      return text.endsWith("]") ? ipv6(text.substring(1, text.length() - 1)) : null;
    }
    String name = ascii(percentDecoded(text));
    if (name == null || name.isEmpty() || FORBIDDEN.matcher(name).find()) {
      return null;
    }
    return UrlIpv4.isMeant(name) ? UrlIpv4.parse(name) : name;
  }

  private static @Nullable String ipv6(String text) {
    if (!IPV6.matcher(text).matches()) {
      return null;
    }
    try {
      // A literal between brackets is never looked up.
      InetAddress address = InetAddress.getByName("[" + text + "]");
      // The JDK makes IPv4 addresses of mapped ones.
      return address instanceof Inet6Address
          ? address.getHostAddress()
          : "::ffff:" + address.getHostAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write((high << 4) | low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** "Domain to ASCII"; null if it fails. */
  private static @Nullable String ascii(String name) {
    StringJoiner labels = new StringJoiner(".");
    for (String label : DOTS.split(name, -1)) {
      String ascii = asciiLabel(label);
      if (ascii == null) {
        return null;
      }
      labels.add(ascii);
    }
    return labels.toString();
  }

  private static @Nullable String asciiLabel(String label) {
    String ascii = label;
    if (!label.chars().allMatch(c -> c < 0x80)) {
      try {
        ascii = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    String lowerCase = ascii.toLowerCase(Locale.ROOT);
    return lowerCase.startsWith(ACE_PREFIX) && !isValidAce(lowerCase) ? null : lowerCase;
  }

  /** What is encoded must be as IDNA would have encoded it: not ASCII, and in normal form. */
  private static boolean isValidAce(String label) {
    String decoded = Punycode.decode(label.substring(ACE_PREFIX.length()));
    return decoded != null
        && decoded.chars().anyMatch(c -> c >= 0x80)
        && Normalizer.normalize(decoded, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .equals(decoded);
  }
}
