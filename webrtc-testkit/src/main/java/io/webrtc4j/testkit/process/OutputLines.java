package io.webrtc4j.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The lines that a process prints, read by a thread of their own; the last ones are kept. */
final class OutputLines {
  private static final int KEPT_LINES = 400;

  private final Deque<String> lines = new ArrayDeque<>();
  private final List<Expectation> expectations = new ArrayList<>();
  private final Thread reader;
  private boolean ended;

  private record Expectation(Predicate<String> what, CompletableFuture<String> found) {}

  private OutputLines(Process process) {
    this.reader = new Thread(() -> readAll(process), "output of " + process.pid());
  }

  static OutputLines read(Process process) {
    OutputLines output = new OutputLines(process);
    output.reader.setDaemon(true);
    output.reader.start();
    return output;
  }

  synchronized CompletableFuture<String> first(Predicate<String> what) {
    Expectation expectation = new Expectation(what, new CompletableFuture<>());
    lines.stream().filter(what).findFirst().ifPresent(expectation.found()::complete);
    if (!expectation.found().isDone()) {
      expectations.add(expectation);
      failIfEnded();
    }
    return expectation.found();
  }

  synchronized String text() {
    return String.join("\n", lines) + "\n";
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    reader.join(limit.toMillis());
  }

  private void readAll(Process process) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(its output can't be read any more: " + e.getMessage() + ")");
    }
    end();
  }

  private synchronized void add(String line) {
    if (lines.size() == KEPT_LINES) {
      lines.removeFirst();
    }
    lines.addLast(line);
    for (Expectation expectation : expectations) {
      if (expectation.what().test(line)) {
        expectation.found().complete(line);
      }
    }
    expectations.removeIf(expectation -> expectation.found().isDone());
  }

  private synchronized void end() {
    ended = true;
    failIfEnded();
  }

  private void failIfEnded() {
    if (ended) {
      for (Expectation expectation : expectations) {
        expectation
            .found()
            .completeExceptionally(
                new IllegalStateException("The process ended without printing it:\n" + text()));
      }
      expectations.clear();
    }
  }
}
