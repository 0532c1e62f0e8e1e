package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An {@code r=} line: when the session of the {@code t=} line above it happens again (RFC 8866
 * §5.10).
 *
 * @param interval from one time to the next
 * @param activeDuration how long each lasts
 * @param offsets from the start time; at least one
 */
public record RepeatTimes(TypedTime interval, TypedTime activeDuration, List<TypedTime> offsets)
    implements Line {
  /** Repetition by its fields. */
  public RepeatTimes {
    offsets = List.copyOf(offsets);
    if (offsets.isEmpty()) {
      throw new IllegalArgumentException("at least one offset is needed");
    }
    Grammar.requireRange("repeat interval", interval.count(), 1, Long.MAX_VALUE);
    Grammar.requireRange("active duration", activeDuration.count(), 0, Long.MAX_VALUE);
    offsets.forEach(offset -> Grammar.requireRange("offset", offset.count(), 0, Long.MAX_VALUE));
  }

  static RepeatTimes parse(FieldReader fields) throws SdpParseException {
    int start = fields.position();
    TypedTime interval = TypedTime.parse(fields, "repeat interval");
    if (interval.count() == 0) {
      throw fields.errorAt(start, "the repeat interval must not be zero");
    }
    TypedTime activeDuration = TypedTime.parse(fields, "active duration");
    List<TypedTime> offsets = new ArrayList<>();
    do {
      offsets.add(TypedTime.parse(fields, "offset"));
    } while (fields.hasMore());
    return new RepeatTimes(interval, activeDuration, offsets);
  }

  @Override
  public char type() {
    return 'r';
  }

  @Override
  public String text() {
    return interval
        + " "
        + activeDuration
        + " "
        + offsets.stream().map(TypedTime::toString).collect(Collectors.joining(" "));
  }
}
