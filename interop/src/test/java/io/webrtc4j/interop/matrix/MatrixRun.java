package io.webrtc4j.interop.matrix;

import io.webrtc4j.interop.matrix.Stack.Offers;
import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.process.ChildProcess;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Runs the matrix, one cell after the other so that none disturbs another's times, and prints a
 * line for each.
 */
public final class MatrixRun {
  /** How the line of a cell that succeeded goes on after its name; then follow its times. */
  static final String SUCCEEDED = " succeeded: ";

  /** How it goes on otherwise; then follows why, in more lines. */
  static final String FAILED = " failed: ";

  private static final String READY = "Echo server on ";
  private static final String OPEN = "Open after ";
  private static final int SECONDS_PER_CONNECTION = 20;

  private final PrintStream out;
  private final int connections;

  private MatrixRun(PrintStream out, int connections) {
    this.out = out;
    this.connections = connections;
  }

  /**
   * Runs it.
   *
   * @param arguments how many connections to make in a row in each cell
   */
  public static void main(String[] arguments) {
    MatrixRun run = new MatrixRun(System.out, Integer.parseInt(arguments[0]));
    for (StackKind kind : StackKind.values()) {
      run.row(kind);
    }
    System.exit(0);
  }

  /** A cell's name, with which its line begins. */
  static String cell(StackKind kind, Role role) {
    return "cell " + kind + " " + role;
  }

  private void row(StackKind kind) {
    try (Stack stack = kind.start()) {
      cell(kind, Role.OFFERS, () -> offers(stack));
      cell(kind, Role.SERVES, () -> serves(stack));
    } catch (RuntimeException | AssertionError e) {
      for (Role role : Role.values()) {
        out.println(cell(kind, role) + FAILED + e);
      }
    }
  }

  /** What a cell does; it returns the times to open, in milliseconds. */
  private interface Cell {
    List<Double> run();
  }

  private void cell(StackKind kind, Role role, Cell cell) {
    try {
      out.println(cell(kind, role) + SUCCEEDED + cell.run());
    } catch (RuntimeException | AssertionError e) {
      out.println(cell(kind, role) + FAILED + e);
    }
  }

  /** The last connection is left to the server, which ends: so each end closes some. */
  private List<Double> offers(Stack stack) {
    try (ChildProcess server = Launcher.start("echo-server", "--port", "0")) {
      String line = Waiting.await(server.line(READY), READY, server::output);
      Offers offers = stack.offers(URI.create(line.substring(READY.length())), connections);
      try {
        offers.awaitLast();
        for (int i = 1; i < connections; i++) {
          String freed = "Connection " + i + ": over: the client closed it";
          Waiting.await(server.line(freed), freed, server::output);
        }
        server.terminate();
        return offers.awaitEnd();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(server.output(), e);
      }
    }
  }

  private List<Double> serves(Stack stack) {
    String offers = stack.serve().toString();
    try (ChildProcess client =
        Launcher.start("echo-client", offers, "--thorough", "--times", "" + connections)) {
      int status = client.exit(Duration.ofSeconds(SECONDS_PER_CONNECTION * (long) connections));
      if (status != 0) {
        throw new AssertionError(client.output() + stack.output());
      }
      stack.awaitEndOfServed(connections);
      return client
          .output()
          .lines()
          .filter(line -> line.startsWith(OPEN))
          .map(line -> Double.valueOf(line.substring(OPEN.length(), line.indexOf(" ms"))))
          .toList();
    }
  }
}
