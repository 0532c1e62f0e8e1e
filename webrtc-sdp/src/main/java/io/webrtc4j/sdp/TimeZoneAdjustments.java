package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@code z=} line: when the clocks change during a repeated session (RFC 8866 §5.11).
 *
 * @param adjustments at least one
 */
public record TimeZoneAdjustments(List<Adjustment> adjustments) implements Line {
  /**
   * From a time on, repetitions are counted with an offset.
   *
   * @param time in seconds since 1900
   * @param offset to the session's start time
   */
  public record Adjustment(long time, TypedTime offset) {
    /** An adjustment by its fields. */
    public Adjustment {
      Grammar.requireRange("adjustment time", time, 0, Long.MAX_VALUE);
    }

    @Override
    public String toString() {
      return time + " " + offset;
    }
  }

  /** A line by its adjustments. */
  public TimeZoneAdjustments {
    adjustments = List.copyOf(adjustments);
    if (adjustments.isEmpty()) {
      throw new IllegalArgumentException("at least one adjustment is needed");
    }
  }

  static TimeZoneAdjustments parse(FieldReader fields) throws SdpParseException {
    List<Adjustment> adjustments = new ArrayList<>();
    do {
      adjustments.add(
          new Adjustment(
              fields.number("adjustment time", 0, Long.MAX_VALUE),
              TypedTime.parseSigned(fields, "offset")));
    } while (fields.hasMore());
    return new TimeZoneAdjustments(adjustments);
  }

  @Override
  public char type() {
    return 'z';
  }

  @Override
  public String text() {
    return adjustments.stream().map(Adjustment::toString).collect(Collectors.joining(" "));
  }
}
