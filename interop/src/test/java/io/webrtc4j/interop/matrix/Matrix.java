package io.webrtc4j.interop.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.process.ChildProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@link MatrixRun} in a network namespace, because aiortc has no loopback candidates; needs root,
 * or user namespaces for all. The table of times is printed, and kept beside the test's classes in
 * {@code target/time-to-open.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Matrix {
  /** For starting programs, which the first run builds. */
  private static final int START_SECONDS = 240;

  private static final int SECONDS_PER_CONNECTION = 30;
  private static final Pattern SEPARATOR = Pattern.compile("[^0-9.]+");

  private final TimesToOpen times = new TimesToOpen();
  private final int connections;
  private ChildProcess run;

  Matrix(int connections) {
    this.connections = connections;
  }

  @BeforeAll
  void start() {
    // Outside of the network namespace and of all that is timed.
    PionProgram.command();
    run = NetworkNamespace.start(MatrixRun.class, String.valueOf(connections));
  }

  @AfterAll
  void showTimes() throws IOException {
    run.close();
    String table = times.toString();
    Files.writeString(Launcher.project().resolve("interop/target/time-to-open.txt"), table);
    PrintStream out = System.out;
    out.println(table);
  }

  static Stream<Arguments> cells() {
    return Stream.of(StackKind.values())
        .flatMap(kind -> Stream.of(Role.values()).map(role -> Arguments.of(kind, role)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void connectionsInARowSucceed(StackKind kind, Role role) throws Exception {
    String cell = MatrixRun.cell(kind, role);
    String line = lineOf(cell);
    assertThat(line).as(run.output()).startsWith(cell + MatrixRun.SUCCEEDED);
    String found = line.substring(line.indexOf('[') + 1, line.indexOf(']'));
    List<Double> ofCell = Arrays.stream(SEPARATOR.split(found)).map(Double::valueOf).toList();
    times.add(kind, role, ofCell);
    assertThat(ofCell).hasSize(connections);
  }

  private String lineOf(String cell) throws InterruptedException, ExecutionException {
    long limit = START_SECONDS + (long) connections * SECONDS_PER_CONNECTION;
    try {
      return run.line(cell).get(limit, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Waited " + limit + " s for " + cell + "\n" + run.output(), e);
    }
  }
}
