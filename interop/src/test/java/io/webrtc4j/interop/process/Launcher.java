package io.webrtc4j.interop.process;

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

  /** Where the launcher is: tests run in the project's folder or in one of its modules'. */
  public static Path path(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path launcher = folder.resolve("examples").resolve(name);
      if (Files.isExecutable(launcher)) {
        return launcher;
      }
    }
    throw new AssertionError(
        "There is no examples/" + name + " above " + Path.of("").toAbsolutePath());
  }
}
