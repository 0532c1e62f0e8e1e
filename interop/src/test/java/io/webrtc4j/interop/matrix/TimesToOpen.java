package io.webrtc4j.interop.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The times to open of all cells, as a table for people. */
final class TimesToOpen {
  private static final String NONE = "-";

  private final Map<StackKind, Map<Role, List<Double>>> times = new EnumMap<>(StackKind.class);

  void add(StackKind kind, Role role, List<Double> ofCell) {
    times.computeIfAbsent(kind, key -> new EnumMap<>(Role.class)).put(role, ofCell);
  }

  /** Milliseconds from the offering side's new peer connection to its open channel. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    line(table, "Time to open, ms", "offers to EchoServer", "", "serves EchoClient", "");
    line(table, "", "median", "worst", "median", "worst");
    for (StackKind kind : StackKind.values()) {
      List<Double> offers = of(kind, Role.OFFERS);
      List<Double> serves = of(kind, Role.SERVES);
      line(table, kind.toString(), median(offers), worst(offers), median(serves), worst(serves));
    }
    return table.toString();
  }

  private List<Double> of(StackKind kind, Role role) {
    return times.getOrDefault(kind, Map.of()).getOrDefault(role, List.of());
  }

  private static String median(List<Double> times) {
    return times.isEmpty() ? NONE : millis(times.stream().sorted().toList().get(times.size() / 2));
  }

  private static String worst(List<Double> times) {
    return times.isEmpty() ? NONE : millis(times.stream().max(Double::compare).orElseThrow());
  }

  private static String millis(double time) {
    return String.format(Locale.ROOT, "%.0f", time);
  }

  private static void line(StringBuilder table, Object... cells) {
    table.append(String.format(Locale.ROOT, "%-17s %20s %6s %20s %6s%n", cells));
  }
}
