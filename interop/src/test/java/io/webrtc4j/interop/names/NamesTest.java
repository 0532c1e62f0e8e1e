package io.webrtc4j.interop.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.browser.BrowserKind;
import io.webrtc4j.testkit.process.ChildProcess;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs {@link NamesVisit} in a network namespace; needs root, or user namespaces for all. */
@Tag("interop")
class NamesTest {
  private static final Duration LIMIT = Duration.ofSeconds(150);

  @ParameterizedTest
  @EnumSource
  void namesInCandidatesAreResolvedBothWays(BrowserKind browser) {
    try (ChildProcess visit = NetworkNamespace.start(NamesVisit.class, browser.name())) {
      assertThat(visit.exit(LIMIT)).as(visit.output()).isZero();
      assertThat(visit.output().lines().filter(line -> line.contains("name is resolved:")))
          .hasSize(4);
    }
  }
}
