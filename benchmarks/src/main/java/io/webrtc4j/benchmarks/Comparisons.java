package io.webrtc4j.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Sets each result beside that of the benchmark which its {@link ComparedWith} names. */
final class Comparisons {
  private Comparisons() {}

  /** A line for each comparison of which both sides have run with the same parameters. */
  static String of(Collection<RunResult> results) {
    StringBuilder text = new StringBuilder();
    for (RunResult result : results) {
      baselines(result)
          .flatMap(name -> results.stream().filter(other -> isThat(other, name, result)))
          .forEach(other -> text.append(line(result, other)));
    }
    return text.toString();
  }

  /** The full names of the benchmarks to compare with. */
  private static Stream<String> baselines(RunResult result) {
    String name = result.getParams().getBenchmark();
    int dot = name.lastIndexOf('.');
    String method = name.substring(dot + 1);
    return Arrays.stream(type(name.substring(0, dot)).getMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .map(candidate -> candidate.getAnnotation(ComparedWith.class))
        .filter(Objects::nonNull)
        .flatMap(annotation -> Arrays.stream(annotation.value()))
        .map(other -> name.substring(0, dot + 1) + other);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a benchmark without its class", e);
    }
  }

  private static boolean isThat(RunResult other, String name, RunResult result) {
    return other.getParams().getBenchmark().equals(name)
        && other.getParams().getMode() == result.getParams().getMode()
        && other.getParams().getParamsKeys().stream()
            .allMatch(
                key -> other.getParams().getParam(key).equals(result.getParams().getParam(key)));
  }

  private static String line(RunResult result, RunResult other) {
    Result<?> mine = result.getPrimaryResult();
    Result<?> its = other.getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "%s%s %.2f %s, %.2f times %s%n",
        shortName(result),
        parameters(result),
        mine.getScore(),
        mine.getScoreUnit(),
        mine.getScore() / its.getScore(),
        shortName(other));
  }

  private static String parameters(RunResult result) {
    return result.getParams().getParamsKeys().stream()
        .map(key -> " " + result.getParams().getParam(key))
        .collect(Collectors.joining());
  }

  private static String shortName(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }
}
