package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of one line from left to right, and knows where it is for the sake of errors.
 *
 * <p>Fields are separated by one space; more of them are tolerated, and so are spaces at the end.
 */
final class FieldReader {
  private static final int LONGEST_QUOTE = 40;
  private static final int RADIX = 10;

  private final int line;
  private final String text;
  private int position;
  private boolean betweenFields = true;
  private boolean errorsIgnored;

  /** For what stands in {@code text}, which is line {@code line}, from {@code position} on. */
  FieldReader(int line, String text, int position) {
    this.line = line;
    this.text = text;
    this.position = position;
  }

  /**
   * Says that an error from here on is none of the description's: the attribute is to be ignored.
   */
  void ignoreErrors() {
    errorsIgnored = true;
  }

  /** Whether {@link #ignoreErrors} was called. */
  boolean ignoresErrors() {
    return errorsIgnored;
  }

  /** Passes over the spaces that stand here; whether there are any. */
  boolean skipAnySpaces() {
    int start = position;
    skipSpaces();
    return position > start;
  }

  /** Whether anything but spaces is left. */
  boolean hasMore() {
    skipSpaces();
    return position < text.length();
  }

  /** The next field, of visible characters. */
  String field(String what) throws SdpParseException {
    return field(what, CharClass.VISIBLE);
  }

  /** The next field, an RFC 8866 token. */
  String token(String what) throws SdpParseException {
    return field(what, CharClass.TOKEN);
  }

  /** The next field, of so many ICE characters (RFC 8839 §5); it is never quoted in an error. */
  String iceChars(String what, int min, int max) throws SdpParseException {
    int start = position();
    String field = field(what, CharClass.ICE);
    if (field.length() < min || field.length() > max) {
      throw errorAt(
          start,
          "the "
              + what
              + " must have "
              + min
              + " to "
              + max
              + " characters, not "
              + field.length());
    }
    return field;
  }

  /** The next field, of characters in {@code charClass} only. */
  String field(String what, CharClass charClass) throws SdpParseException {
    begin(what);
    int start = position;
    int end = text.indexOf(' ', start);
    String field = text.substring(start, end < 0 ? text.length() : end);
    int bad = charClass.firstOutside(field);
    if (bad >= 0) {
      throw errorAt(start + bad, "a character that the " + what + " cannot have");
    }
    position = start + field.length();
    return field;
  }

  /** The next field up to one of {@code delimiters}, a space or the end; not empty. */
  String fieldUpTo(String delimiters, String what) throws SdpParseException {
    begin(what);
    int start = position;
    while (position < text.length()
        && CharClass.VISIBLE.contains(text.charAt(position))
        && delimiters.indexOf(text.charAt(position)) < 0) {
      position++;
    }
    if (position == start) {
      throw errorAt(start, "the " + what + " is missing");
    }
    return text.substring(start, position);
  }

  /** All fields that are left. */
  List<String> fields(String what) throws SdpParseException {
    List<String> fields = new ArrayList<>();
    while (hasMore()) {
      fields.add(field(what));
    }
    return List.copyOf(fields);
  }

  /** All fields that are left, each an RFC 8866 token. */
  List<String> tokens(String what) throws SdpParseException {
    List<String> fields = new ArrayList<>();
    while (hasMore()) {
      fields.add(token(what));
    }
    return List.copyOf(fields);
  }

  /** The decimal digits that follow. */
  String digits(String what) throws SdpParseException {
    begin(what);
    int start = position;
    while (position < text.length() && CharClass.DIGIT.contains(text.charAt(position))) {
      position++;
    }
    requireDigits(what, start);
    return text.substring(start, position);
  }

  private void requireDigits(String what, int start) throws SdpParseException {
    if (position == start) {
      throw errorAt(start, "the " + what + " must be a number, not " + quote(start));
    }
  }

  /** The number that follows, within these limits. */
  long number(String what, long min, long max) throws SdpParseException {
    begin(what);
    int start = position;
    long value = 0;
    boolean tooLarge = false;
    while (position < text.length() && CharClass.DIGIT.contains(text.charAt(position))) {
      int digit = text.charAt(position) - '0';
      tooLarge |= value > (Long.MAX_VALUE - digit) / RADIX;
      value = value * RADIX + digit;
      position++;
    }
    requireDigits(what, start);
    if (tooLarge || value < min || value > max) {
      throw errorAt(
          start, "the " + what + " must be from " + min + " to " + max + ", not " + quote(start));
    }
    return value;
  }

  /** A number that is written without leading zeros. */
  long plainNumber(String what, long max) throws SdpParseException {
    skipSpaces();
    if (text.startsWith("0", position)
        && position + 1 < text.length()
        && CharClass.DIGIT.contains(text.charAt(position + 1))) {
      throw errorAt(position, "the " + what + " must not begin with a zero");
    }
    return number(what, 0, max);
  }

  /** Passes over {@code c} if it stands here. */
  boolean skip(char c) {
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      betweenFields = true;
      return true;
    }
    return false;
  }

  /** Says that a field must be over here. */
  void endField(String what) throws SdpParseException {
    if (position < text.length() && text.charAt(position) != ' ') {
      throw error("a character that the " + what + " cannot have");
    }
    betweenFields = false;
  }

  /** Passes over the next field if it is {@code word}. */
  boolean skipField(String word) {
    skipSpaces();
    int end = position + word.length();
    if (!betweenFields
        || !text.startsWith(word, position)
        || (end < text.length() && text.charAt(end) != ' ')) {
      return false;
    }
    position = end;
    betweenFields = false;
    return true;
  }

  /** Everything that is left, as it stands. */
  String rest() {
    String rest = text.substring(position);
    position = text.length();
    return rest;
  }

  /** Says that the line must be over here. */
  void end() throws SdpParseException {
    if (hasMore()) {
      throw error("the line should end here, but goes on with " + quote(position));
    }
  }

  /** The same, for a line whose content must not show. */
  void endUnquoted() throws SdpParseException {
    if (hasMore()) {
      throw error("the line should end here");
    }
  }

  /** An error at the place that is read next. */
  SdpParseException error(String problem) {
    return errorAt(position, problem);
  }

  /** Where it is, for {@link #errorAt}. */
  int position() {
    skipSpaces();
    return position;
  }

  /** An error at a place that was {@link #position} before. */
  SdpParseException errorAt(int position, String problem) {
    return new SdpParseException(line, position + 1, problem);
  }

  private void begin(String what) throws SdpParseException {
    skipSpaces();
    if (position == text.length()) {
      throw error("the " + what + " is missing");
    }
    if (!betweenFields) {
      throw error("a space is expected before the " + what);
    }
    betweenFields = false;
  }

  private void skipSpaces() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
      betweenFields = true;
    }
  }

  private String quote(int start) {
    int space = text.indexOf(' ', start);
    String field = text.substring(start, space < 0 ? text.length() : space);
    return field.length() <= LONGEST_QUOTE
        ? "\"" + field + "\""
        : "\"" + field.substring(0, LONGEST_QUOTE) + "…\"";
  }
}
