package io.webrtc4j.sdp;

/**
 * {@code a=maxptime}: the greatest length of media in a packet (RFC 8866 §6.5).
 *
 * @param milliseconds at least 1
 */
public record MaxptimeAttribute(int milliseconds) implements Attribute {
  static final String NAME = "maxptime";

  /** A time. */
  public MaxptimeAttribute {
    Grammar.requireRange(NAME, milliseconds, 1, Integer.MAX_VALUE);
  }

  static MaxptimeAttribute parse(FieldReader fields) throws SdpParseException {
    int milliseconds = (int) fields.plainNumber(NAME, Integer.MAX_VALUE);
    if (milliseconds == 0) {
      throw fields.error("the time must be at least 1 ms");
    }
    fields.end();
    return new MaxptimeAttribute(milliseconds);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    return Integer.toString(milliseconds);
  }
}
