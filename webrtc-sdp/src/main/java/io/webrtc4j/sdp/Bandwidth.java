package io.webrtc4j.sdp;

/**
 * A {@code b=} line: how much the session or the media may use (RFC 8866 §5.8).
 *
 * @param bandwidthType {@code AS} or {@code CT} in kilobits per second, {@code TIAS} in bits per
 *     second (RFC 3890), or another
 * @param value in the unit of the type, not negative
 */
public record Bandwidth(String bandwidthType, long value) implements Line {
  /** A bandwidth by its fields. */
  public Bandwidth {
    Grammar.requireToken("bandwidth type", bandwidthType);
    Grammar.requireRange("bandwidth", value, 0, Long.MAX_VALUE);
  }

  static Bandwidth parse(FieldReader fields) throws SdpParseException {
    int start = fields.position();
    String type = fields.fieldUpTo(":", "bandwidth type");
    int bad = CharClass.TOKEN.firstOutside(type);
    if (bad >= 0) {
      throw fields.errorAt(start + bad, "a character that a bandwidth type cannot have");
    }
    if (!fields.skip(':')) {
      throw fields.error("a colon is expected after the bandwidth type");
    }
    long value = fields.number("bandwidth", 0, Long.MAX_VALUE);
    fields.end();
    return new Bandwidth(type, value);
  }

  @Override
  public char type() {
    return 'b';
  }

  @Override
  public String text() {
    return bandwidthType + ":" + value;
  }
}
