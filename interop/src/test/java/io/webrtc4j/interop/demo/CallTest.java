package io.webrtc4j.interop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.interop.process.Launcher;
import io.webrtc4j.interop.process.NetworkNamespace;
import io.webrtc4j.testkit.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs {@link CallVisit} in a network namespace; needs root, or user namespaces for all. */
@Tag("interop")
class CallTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String FAKE_DEVICES = "--use-fake-device-for-media-stream";
  private static final String ANSWERS = "--use-fake-ui-for-media-stream";

  @Test
  void cameraAndMicrophoneComeBackFromTheJvm() {
    visit("demo-video.png", "your camera and microphone", FAKE_DEVICES, ANSWERS);
  }

  @Test
  void whoRefusesThemSendsAPictureAndAToneOfThePagesOwn() {
    visit("demo-video-refused.png", "were refused", FAKE_DEVICES, ANSWERS + "=deny");
  }

  private static void visit(String name, String source, String... switches) {
    Path picture = Launcher.project().resolve("interop/target").resolve(name);
    String[] arguments = new String[switches.length + 2];
    arguments[0] = picture.toString();
    arguments[1] = source;
    System.arraycopy(switches, 0, arguments, 2, switches.length);
    try (ChildProcess visit = NetworkNamespace.start(CallVisit.class, arguments)) {
      assertThat(visit.exit(LIMIT)).as(visit.output()).isZero();
      assertThat(picture).isNotEmptyFile();
    }
  }
}
