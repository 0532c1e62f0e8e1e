package io.webrtc4j.sdp;

/**
 * A length of time as {@code r=} and {@code z=} write it, such as {@code 7d} (RFC 8866 §5.10).
 *
 * @param count of the unit; negative in {@code z=} only
 * @param unit what is counted
 */
public record TypedTime(long count, Unit unit) {
  /** What a length of time is counted in. */
  public enum Unit {
    /** Seconds, which need no letter. */
    PLAIN("", 1),
    /** Seconds, with the letter. */
    SECONDS("s", 1),
    /** Minutes. */
    MINUTES("m", 60),
    /** Hours. */
    HOURS("h", 3600),
    /** Days of 24 hours. */
    DAYS("d", 86_400);

    private final String letter;
    private final long seconds;

    Unit(String letter, long seconds) {
      this.letter = letter;
      this.seconds = seconds;
    }
  }

  /** Keeps {@link #seconds} within a long. */
  private static final long MAX_COUNT = Long.MAX_VALUE / Unit.DAYS.seconds;

  /** A length by number and unit. */
  public TypedTime {
    Grammar.requireRange("time", count, -MAX_COUNT, MAX_COUNT);
  }

  static TypedTime parse(FieldReader fields, String what) throws SdpParseException {
    return parse(fields, what, 1);
  }

  static TypedTime parseSigned(FieldReader fields, String what) throws SdpParseException {
    fields.hasMore();
    return parse(fields, what, fields.skip('-') ? -1 : 1);
  }

  private static TypedTime parse(FieldReader fields, String what, int sign)
      throws SdpParseException {
    long count = sign * fields.number(what, 0, MAX_COUNT);
    for (Unit unit : Unit.values()) {
      if (unit != Unit.PLAIN && fields.skip(unit.letter.charAt(0))) {
        fields.endField(what);
        return new TypedTime(count, unit);
      }
    }
    return new TypedTime(count, Unit.PLAIN);
  }

  /** The length in seconds. */
  public long seconds() {
    return count * unit.seconds;
  }

  /** Number and letter. */
  @Override
  public String toString() {
    return count + unit.letter;
  }
}
