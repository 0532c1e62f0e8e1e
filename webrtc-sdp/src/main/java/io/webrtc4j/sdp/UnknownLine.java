package io.webrtc4j.sdp;

/**
 * A line of a type that RFC 8866 does not have. It is kept as it came, in its place.
 *
 * @param type an ASCII letter that is none of {@value #KNOWN_TYPES}
 * @param text any characters but CR, LF and NUL
 */
public record UnknownLine(char type, String text) implements Line {
  private static final String KNOWN_TYPES = "vosiuepcbtrzkam";

  /** A line by type and text. */
  public UnknownLine {
    if (!CharClass.LETTER.contains(type) || isKnown(type)) {
      throw new IllegalArgumentException("'" + type + "' is not an unknown line type");
    }
    Grammar.requireByteString("line", text);
  }

  /** Whether RFC 8866 §9 has lines of this type. */
  static boolean isKnown(char type) {
    return KNOWN_TYPES.indexOf(type) >= 0;
  }
}
