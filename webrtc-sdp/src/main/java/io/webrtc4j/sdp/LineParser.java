package io.webrtc4j.sdp;

/** Gives a line to the record that knows its type. */
final class LineParser {
  /** Where the text begins, behind the letter and the equals sign. */
  private static final int TEXT_START = 2;

  /** Lines of free text, and attributes, which have their own ways. */
  private static final String MAY_BEGIN_WITH_SPACE = "siuepka";

  private LineParser() {}

  /** The line's type, after checking that it has the form {@code x=}. */
  static char type(int lineNumber, String line) throws SdpParseException {
    if (line.isEmpty() || !CharClass.LETTER.contains(line.charAt(0))) {
      throw new SdpParseException(lineNumber, 1, "a line begins with the letter of its type");
    }
    if (line.length() < 2 || line.charAt(1) != '=') {
      throw new SdpParseException(lineNumber, 2, "an = is expected after the letter");
    }
    return line.charAt(0);
  }

  /** A line that {@link #type} has checked. */
  static Line parse(int lineNumber, String line) throws SdpParseException {
    FieldReader fields = new FieldReader(lineNumber, line, TEXT_START);
    char type = line.charAt(0);
    // RFC 8866 §5: "Whitespace MUST NOT be used on either side of the '=' sign".
    if (line.startsWith(" ", TEXT_START)
        && UnknownLine.isKnown(type)
        && MAY_BEGIN_WITH_SPACE.indexOf(type) < 0) {
      throw fields.error("no space may follow the =");
    }
    return switch (type) {
      case 'v' -> ProtocolVersion.parse(fields);
      case 'o' -> Origin.parse(fields);
      case 's' -> SessionName.parse(fields);
      case 'i' -> Information.parse(fields);
      case 'u' -> DescriptionUri.parse(fields);
      case 'e' -> EmailAddress.parse(fields);
      case 'p' -> PhoneNumber.parse(fields);
      case 'c' -> ConnectionData.parse(fields);
      case 'b' -> Bandwidth.parse(fields);
      case 't' -> Timing.parse(fields);
      case 'r' -> RepeatTimes.parse(fields);
      case 'z' -> TimeZoneAdjustments.parse(fields);
      case 'k' -> EncryptionKey.parse(fields);
      case 'a' -> KnownAttributes.parse(lineNumber, line, TEXT_START);
      case 'm' -> MediaLine.parse(fields);
      default -> new UnknownLine(type, fields.rest());
    };
  }
}
