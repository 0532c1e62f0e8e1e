package io.webrtc4j.sdp;

import java.util.List;

/** What the values of records must be; whoever gives others is told so. */
final class Grammar {
  private Grammar() {}

  static void requireByteString(String what, String text) {
    require(CharClass.BYTE_STRING.containsAll(text), what, "one line without NUL");
  }

  static void requireToken(String what, String text) {
    require(!text.isEmpty() && CharClass.TOKEN.containsAll(text), what, "an RFC 8866 token");
  }

  static void requireVisible(String what, String text) {
    require(!text.isEmpty() && CharClass.VISIBLE.containsAll(text), what, "free of white space");
  }

  static void requireDigits(String what, String text) {
    require(!text.isEmpty() && CharClass.DIGIT.containsAll(text), what, "decimal digits");
  }

  static void requireIceChars(String what, String text, int min, int max) {
    if (text.length() < min || text.length() > max || !CharClass.ICE.containsAll(text)) {
      throw wrong(what, min + " to " + max + " of the characters A-Z a-z 0-9 + /");
    }
  }

  static void requireRange(String what, long value, long min, long max) {
    if (value < min || value > max) {
      throw wrong(what, "from " + min + " to " + max);
    }
  }

  static List<String> requireAllVisible(String what, List<String> texts) {
    texts.forEach(text -> requireVisible(what, text));
    return List.copyOf(texts);
  }

  private static void require(boolean condition, String what, String rule) {
    if (!condition) {
      throw wrong(what, rule);
    }
  }

  private static IllegalArgumentException wrong(String what, String rule) {
    return new IllegalArgumentException("the " + what + " must be " + rule);
  }
}
