package io.webrtc4j.interop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs {@link FileVisit} in a network namespace; needs root, or user namespaces for all. */
@Tag("interop")
class FileDropTest {
  private static final Duration LIMIT = Duration.ofSeconds(150);
  private static final Pattern LOSS = Pattern.compile("lost (\\d+) of (\\d+) datagrams");

  @Test
  void filesReachTheDemoAlongAPathThatLosesOneDatagramInTwenty() {
    Path pictures = Launcher.project().resolve("interop/target");
    try (ChildProcess visit = NetworkNamespace.start(FileVisit.class, pictures.toString())) {
      assertThat(visit.exit(LIMIT)).as(visit.output()).isZero();
      MatchResult loss = LOSS.matcher(visit.output()).results().findFirst().orElseThrow();
      double lost = Integer.parseInt(loss.group(1));
      double sent = Integer.parseInt(loss.group(2));
      assertThat(sent).as(visit.output()).isGreaterThan(5_000);
      assertThat(lost / sent).isBetween(0.04, 0.06);
    }
  }
}
