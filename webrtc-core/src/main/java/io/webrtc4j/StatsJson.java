package io.webrtc4j;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/** Writes statistics as JSON (RFC 8259). */
final class StatsJson {
  private static final int FIRST_PRINTABLE = 0x20;

  private StatsJson() {}

  static String of(Collection<RTCStats> objects) {
    StringJoiner array = new StringJoiner(",", "[", "]");
    objects.forEach(each -> array.add(object(StatsMembers.of(each))));
    return array.toString();
  }

  private static String object(Map<String, ?> members) {
    StringJoiner object = new StringJoiner(",", "{", "}");
    members.forEach((name, value) -> object.add(string(name) + ":" + value(value)));
    return object.toString();
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringJoiner object = new StringJoiner(",", "{", "}");
      map.forEach((name, inner) -> object.add(string(name.toString()) + ":" + value(inner)));
      return object.toString();
    } else if (value instanceof Double number) {
      return number(number);
    } else if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return string(value.toString());
  }

  /** As a script writes it: without an exponent, and whole numbers without a point. */
  private static String number(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : "null";
  }

  private static String string(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
