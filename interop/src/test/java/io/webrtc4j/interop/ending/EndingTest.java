package io.webrtc4j.interop.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.matrix.PionProgram;
import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.process.ChildProcess;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link EndingRun} in a network namespace; needs root, or user namespaces for all. */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingTest {
  /** For programs to start, and for consent to run out. */
  private static final int LIMIT_SECONDS = 120;

  private ChildProcess run;

  @BeforeAll
  void start() {
    PionProgram.command();
    run = NetworkNamespace.start(EndingRun.class);
  }

  @AfterAll
  void stop() {
    run.close();
  }

  @ParameterizedTest
  @EnumSource
  void theServerNoticesAndFreesTheConnection(Ending ending) throws Exception {
    String name = EndingRun.name(ending);
    String line = run.line(name).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertThat(line)
        .as(run.output())
        .startsWith(name + EndingRun.NOTICED)
        .containsPattern(ending.reason());
  }
}
