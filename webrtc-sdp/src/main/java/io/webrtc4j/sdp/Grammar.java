package io.webrtc4j.sdp;

import java.util.List;

/** The character classes of RFC 8866 §9 and RFC 8839 §5. */
final class Grammar {
  private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`{|}~";

  /** In no RFC's ice-char, but sent by peers and accepted by browsers. */
  private static final String TOLERATED_ICE_SYMBOLS = "-_=#";

  private Grammar() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isTokenChar(char c) {
    return isLetter(c) || isDigit(c) || TOKEN_SYMBOLS.indexOf(c) >= 0;
  }

  static boolean isIceChar(char c) {
    return isLetter(c)
        || isDigit(c)
        || c == '+'
        || c == '/'
        || TOLERATED_ICE_SYMBOLS.indexOf(c) >= 0;
  }

  /** RFC 8851 §10, with the hyphen and underscore of its erratum and of browsers. */
  static boolean isRidChar(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '_';
  }

  /** non-ws-string: a visible character or one beyond ASCII. */
  static boolean isVisible(char c) {
    return c > ' ' && c != 0x7F;
  }

  /** byte-string: any character but NUL, CR and LF. */
  static boolean isByteStringChar(char c) {
    return c != 0 && c != '\r' && c != '\n';
  }

  /** The index of the first character outside the class, or -1. */
  static int firstOutside(String text, CharClass charClass) {
    for (int i = 0; i < text.length(); i++) {
      if (!charClass.contains(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  static void requireByteString(String what, String text) {
    require(firstOutside(text, Grammar::isByteStringChar) < 0, what, "one line without NUL");
  }

  static void requireToken(String what, String text) {
    require(
        !text.isEmpty() && firstOutside(text, Grammar::isTokenChar) < 0, what, "an RFC 8866 token");
  }

  static void requireVisible(String what, String text) {
    require(
        !text.isEmpty() && firstOutside(text, Grammar::isVisible) < 0, what, "free of white space");
  }

  static void requireDigits(String what, String text) {
    require(!text.isEmpty() && firstOutside(text, Grammar::isDigit) < 0, what, "decimal digits");
  }

  static void requireIceChars(String what, String text, int min, int max) {
    require(
        text.length() >= min && text.length() <= max && firstOutside(text, Grammar::isIceChar) < 0,
        what,
        min + " to " + max + " of the characters A-Z a-z 0-9 + /");
  }

  static void requireRange(String what, long value, long min, long max) {
    require(value >= min && value <= max, what, "from " + min + " to " + max);
  }

  static List<String> requireAllVisible(String what, List<String> texts) {
    texts.forEach(text -> requireVisible(what, text));
    return List.copyOf(texts);
  }

  private static void require(boolean condition, String what, String rule) {
    if (!condition) {
      throw new IllegalArgumentException("the " + what + " must be " + rule);
    }
  }

  /** A set of characters. */
  @FunctionalInterface
  interface CharClass {
    boolean contains(char c);
  }
}
