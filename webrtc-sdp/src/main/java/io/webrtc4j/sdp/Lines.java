package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;

/** Copies of lists of lines with a change, for the immutable sections. */
final class Lines {
  private Lines() {}

  /** Refuses lines that break the rules, as misuse. */
  static void check(List<Line> lines, SectionRules rules) {
    for (Line line : lines) {
      rules
          .objectionTo(line.type())
          .ifPresent(
              objection -> {
                throw new IllegalArgumentException(objection);
              });
    }
    rules
        .objectionToEnd()
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
  }

  static List<Line> plus(List<Line> lines, List<? extends Line> more) {
    List<Line> copy = new ArrayList<>(lines);
    copy.addAll(more);
    return copy;
  }

  static List<Line> without(List<Line> lines, Class<? extends Line> type) {
    return lines.stream().filter(line -> !type.isInstance(line)).toList();
  }

  static List<Line> replacing(List<Line> lines, Line old, Line replacement) {
    int index = lines.indexOf(old);
    if (index < 0) {
      throw new IllegalArgumentException("there is no such line here: " + old);
    }
    List<Line> copy = new ArrayList<>(lines);
    copy.set(index, replacement);
    return copy;
  }
}
