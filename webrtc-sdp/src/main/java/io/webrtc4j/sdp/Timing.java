package io.webrtc4j.sdp;

/**
 * A {@code t=} line: from when until when, in seconds since 1900 (RFC 8866 §5.9). WebRTC's sessions
 * are {@link #UNBOUNDED}.
 *
 * @param start 0 is for ever already
 * @param stop 0 is without end
 */
public record Timing(long start, long stop) implements Line {
  /** {@code t=0 0}. */
  public static final Timing UNBOUNDED = new Timing(0, 0);

  /** A time by its ends. */
  public Timing {
    Grammar.requireRange("start time", start, 0, Long.MAX_VALUE);
    Grammar.requireRange("stop time", stop, 0, Long.MAX_VALUE);
  }

  static Timing parse(FieldReader fields) throws SdpParseException {
    Timing timing =
        new Timing(
            fields.number("start time", 0, Long.MAX_VALUE),
            fields.number("stop time", 0, Long.MAX_VALUE));
    fields.end();
    return timing;
  }

  @Override
  public char type() {
    return 't';
  }

  @Override
  public String text() {
    return start + " " + stop;
  }
}
