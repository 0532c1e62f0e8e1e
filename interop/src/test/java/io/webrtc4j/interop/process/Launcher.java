package io.webrtc4j.interop.process;

import io.webrtc4j.testkit.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the example programs as a person would, by their launchers. */
public final class Launcher {
  private Launcher() {}

  /** Starts {@code examples/<name>}, on this test's Java. */
  public static ChildProcess start(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(path(name).toString());
    command.addAll(List.of(arguments));
    return ChildProcess.start(name, command, Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  /** Where the launcher is. */
  public static Path path(String name) {
    Path launcher = project().resolve("examples").resolve(name);
    if (!Files.isExecutable(launcher)) {
      throw new AssertionError("There is no program " + launcher);
    }
    return launcher;
  }

  /** The project's folder: tests run in it or in one of its modules'. */
  public static Path project() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("examples/run-example"))) {
        return folder;
      }
    }
    throw new AssertionError(here + " is not in the project");
  }
}
