package io.webrtc4j.interop.matrix;

import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.testkit.process.ChildProcess;
import io.webrtc4j.testkit.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pion, built from Debian's sources without a network. */
public final class PionProgram {
  private static final Path SOURCES = Path.of("interop/src/test/peers/pion");

  /** Where Debian puts the sources of Go packages. */
  private static final Path LIBRARIES = Path.of("/usr/share/gocode");

  /** The first build compiles Pion and half of Go's library, later ones take a second. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private PionProgram() {}

  /** Builds it if need be, and returns the command, without its arguments. */
  public static List<String> command() {
    // The first name is the package's, for who has to install it.
    Path go = Programs.find("GO", "golang-go", "go");
    if (!Files.isDirectory(LIBRARIES.resolve("src/github.com/pion/webrtc"))) {
      throw new AssertionError(
          "This test needs Pion's sources in "
              + LIBRARIES
              + ". Install them: apt-get install golang-github-pion-webrtc.v3-dev");
    }
    Path folder = Launcher.project().resolve("interop/target/pion");
    Path program = folder.resolve("pionpeer");
    try {
      copySources(folder.resolve("src/pionpeer"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> build = List.of(go.toString(), "build", "-o", program.toString(), "pionpeer");
    try (ChildProcess compiler = ChildProcess.start("go build", build, environment(folder))) {
      if (compiler.exit(LIMIT) != 0) {
        throw new AssertionError("Pion's program can't be built\n" + compiler.output());
      }
    }
    return List.of(program.toString());
  }

  /** The way of the time before modules, for which Debian's sources are laid out. */
  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "GO111MODULE",
        "off",
        "GOENV",
        "off",
        "GOPATH",
        folder + ":" + LIBRARIES,
        "GOCACHE",
        folder.resolve("cache").toString());
  }

  private static void copySources(Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> sources = Files.list(Launcher.project().resolve(SOURCES))) {
      for (Path source : sources.toList()) {
        Files.copy(
            source,
            target.resolve(source.getFileName()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
