package io.webrtc4j.interop.matrix;

import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.testkit.process.ChildProcess;
import io.webrtc4j.testkit.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** aiortc, in the Python that has it. */
public final class AiortcProgram {
  private static final Path SCRIPT = Path.of("interop/src/test/peers/aiortc_peer.py");

  /** Debian's own Python, for which Debian's packages are, though another may come first. */
  private static final Path DEBIANS = Path.of("/usr/bin/python3");

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private AiortcProgram() {}

  /** The command, without its arguments. */
  public static List<String> command() {
    String python = python().toString();
    try (ChildProcess found =
        ChildProcess.start("aiortc", List.of(python, "-c", "import aiortc"), Map.of())) {
      if (found.exit(LIMIT) != 0) {
        throw new AssertionError(
            "This test needs aiortc for "
                + python
                + ". Install it (on Debian: apt-get install python3-aiortc), or set PYTHON to a"
                + " Python that has it.\n"
                + found.output());
      }
    }
    return List.of(python, Launcher.project().resolve(SCRIPT).toString());
  }

  private static Path python() {
    return System.getenv("PYTHON") == null && Files.isExecutable(DEBIANS)
        ? DEBIANS
        : Programs.find("PYTHON", "python3");
  }
}
