package io.webrtc4j.sdp;

import java.util.function.IntPredicate;

/**
 * The sets of characters of RFC 8866 §9 and RFC 8839 §5: any of ASCII, and of the others all or
 * none. Each is a table, because every character of a description is looked up in some of them.
 */
final class CharClass {
  private static final int ASCII = 128;

  /** In no RFC's ice-char, but sent by peers and accepted by browsers. */
  private static final String TOLERATED_ICE_SYMBOLS = "-_=#";

  /** DIGIT. */
  static final CharClass DIGIT = ofAscii(c -> c >= '0' && c <= '9');

  /** ALPHA. */
  static final CharClass LETTER = ofAscii(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));

  private static final CharClass LETTER_OR_DIGIT = ofAscii(c -> LETTER.ascii[c] || DIGIT.ascii[c]);

  /** token-char. */
  static final CharClass TOKEN = lettersDigitsAnd("!#$%&'*+-.^_`{|}~");

  /** ice-char, and what is tolerated in its place. */
  static final CharClass ICE = lettersDigitsAnd("+/" + TOLERATED_ICE_SYMBOLS);

  /** RFC 8851 §10, with the hyphen and underscore of its erratum and of browsers. */
  static final CharClass RID = lettersDigitsAnd("-_");

  /** non-ws-string: a visible character or one beyond ASCII. */
  static final CharClass VISIBLE = new CharClass(c -> c > ' ' && c != 0x7F, true);

  /** byte-string: any character but NUL, CR and LF. */
  static final CharClass BYTE_STRING = new CharClass(c -> c != 0 && c != '\r' && c != '\n', true);

  private final boolean[] ascii = new boolean[ASCII];
  private final boolean beyond;

  private CharClass(IntPredicate ofAscii, boolean beyond) {
    for (int c = 0; c < ASCII; c++) {
      ascii[c] = ofAscii.test(c);
    }
    this.beyond = beyond;
  }

  private static CharClass ofAscii(IntPredicate ofAscii) {
    return new CharClass(ofAscii, false);
  }

  private static CharClass lettersDigitsAnd(String symbols) {
    return ofAscii(c -> LETTER_OR_DIGIT.ascii[c] || symbols.indexOf(c) >= 0);
  }

  boolean contains(char c) {
    return c < ASCII ? ascii[c] : beyond;
  }

  boolean containsAll(String text) {
    return firstOutside(text) < 0;
  }

  /** The index of the first character that is not in this class, or -1. */
  int firstOutside(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!contains(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
