package io.webrtc4j.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that runs beside the test. What it prints is kept; {@link #close} ends it with
 * everything it started, and so does the end of the test's own JVM.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final String name;
  private final Process process;
  private final OutputLines output;
  private final Thread endWithThisJvm;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.output = OutputLines.read(process);
    this.endWithThisJvm = new Thread(() -> destroyAll(everyProcess()), name + " reaper");
    Runtime.getRuntime().addShutdownHook(endWithThisJvm);
  }

  /**
   * Starts a program; its error output is read together with its output.
   *
   * @param environment what it finds in its environment besides this JVM's
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ChildProcess(name, process);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't start " + name + " by " + command, e);
    }
  }

  /** Completes with the first line that holds the text, also one printed before this call. */
  public CompletableFuture<String> line(String text) {
    return output.first(line -> line.contains(text));
  }

  /**
   * Waits for the end.
   *
   * @return the exit status
   * @throws AssertionError if it does not end in time
   */
  public int exit(Duration limit) {
    try {
      int status = process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS).exitValue();
      output.awaitEnd(limit);
      return status;
    } catch (TimeoutException e) {
      throw new AssertionError(name + " did not end within " + limit + "\n" + output(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, as Ctrl-C or a service manager would. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it and everything it started at once, as a crash would: nobody can say goodbye. */
  public void kill() {
    destroyAll(everyProcess());
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed, its last lines if that was much, under its name. */
  public String output() {
    return "--- " + name + " printed:\n" + output.text();
  }

  @Override
  public void close() {
    Set<ProcessHandle> all = everyProcess();
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      destroyAll(all);
      Runtime.getRuntime().removeShutdownHook(endWithThisJvm);
    }
  }

  private Set<ProcessHandle> everyProcess() {
    Set<ProcessHandle> all = new LinkedHashSet<>();
    process.descendants().forEach(all::add);
    all.add(process.toHandle());
    return all;
  }

  private static void destroyAll(Set<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
  }
}
