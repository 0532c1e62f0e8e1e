package io.webrtc4j.testkit.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the programs that tests need. A missing one is an error that says how to get it. */
public final class Programs {
  private Programs() {}

  /**
   * Finds a program.
   *
   * @param variable an environment variable that may hold its path
   * @param names its names, the first found on the path is taken
   * @throws AssertionError if it is not there, saying how to install it
   */
  public static Path find(String variable, String... names) {
    String told = System.getenv(variable);
    if (told != null) {
      return executable(Path.of(told), variable);
    }
    return Stream.of(names)
        .flatMap(Programs::onPath)
        .findFirst()
        .orElseThrow(() -> missing(variable, List.of(names)));
  }

  private static Path executable(Path path, String variable) {
    if (!Files.isExecutable(path)) {
      throw new AssertionError(variable + " is set to " + path + ", which can't be executed.");
    }
    return path;
  }

  private static Stream<Path> onPath(String name) {
    String path =
        System.getenv().getOrDefault("PATH", "/usr/bin") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }

  private static AssertionError missing(String variable, List<String> names) {
    return new AssertionError(
        "This test needs the program "
            + String.join(" or ", names)
            + ", and it is not on the path. Install it (on Debian: apt-get install "
            + names.get(0)
            + "), or set "
            + variable
            + " to where it is.");
  }
}
