package io.webrtc4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses as the WHATWG's URL standard reads them (§3.5, "ends in a number checker" and
 * "IPv4 parser"): one to four numbers, decimal, octal or hexadecimal, of which the last fills what
 * is left.
 */
final class UrlIpv4 {
  private static final int BYTES = 4;
  private static final int BITS_PER_BYTE = 8;
  private static final long MAX_BYTE = 255;
  private static final long MAX_ADDRESS = 0xFFFF_FFFFL;
  private static final long BEYOND = 1L << 40;

  private UrlIpv4() {}

  /** Whether the name ends in a number, so that it is an IPv4 address or nothing. */
  static boolean isMeant(String name) {
    List<String> parts = parts(name);
    String last = parts.get(parts.size() - 1);
    return number(last) >= 0
        || (!last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  /** The address in its usual form; null if it is none. */
  static @Nullable String parse(String name) {
    List<String> parts = parts(name);
    if (parts.size() > BYTES) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      long number = number(parts.get(i));
      boolean last = i == parts.size() - 1;
      int bits = (last ? BYTES - i : 1) * BITS_PER_BYTE;
      if (number < 0 || (number >> bits) != 0) {
        return null;
      }
      address = (address << bits) | number;
    }
    return (address >> 24)
        + "."
        + ((address >> 16) & MAX_BYTE)
        + "."
        + ((address >> 8) & MAX_BYTE)
        + "."
        + (address & MAX_BYTE);
  }

  /** Without the empty one behind a last dot. */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>(List.of(name.split("\\.", -1)));
    if (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    return parts;
  }

  /** The number, or one beyond all addresses if it is too large; -1 if it is none. */
  private static long number(String part) {
    String text = part.toLowerCase(Locale.ROOT);
    int radix = text.startsWith("0x") ? 16 : text.length() > 1 && text.startsWith("0") ? 8 : 10;
    String digits = radix == 16 ? text.substring(2) : radix == 8 ? text.substring(1) : text;
    if (part.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number > MAX_ADDRESS ? BEYOND : number * radix + digit;
    }
    return number;
  }
}
