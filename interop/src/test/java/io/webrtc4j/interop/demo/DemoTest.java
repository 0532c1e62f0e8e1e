package io.webrtc4j.interop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs {@link DemoVisit} in a network namespace; needs root, or user namespaces for all. */
@Tag("interop")
class DemoTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Test
  void thePageConnectsInAnUnflaggedChromium() {
    Path screenshot = Launcher.project().resolve("interop/target/demo.png");
    try (ChildProcess visit = NetworkNamespace.start(DemoVisit.class, screenshot.toString())) {
      assertThat(visit.exit(LIMIT)).as(visit.output()).isZero();
      assertThat(screenshot).isNotEmptyFile();
    }
  }
}
