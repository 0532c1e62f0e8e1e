package io.webrtc4j.interop.media;

import io.webrtc4j.interop.InteropOnAPage;
import io.webrtc4j.interop.Offerer;
import io.webrtc4j.interop.media.Scenario.Configurations;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scenario between the library and a browser, with either as the first offerer. */
abstract class MediaInterop extends InteropOnAPage {
  private static final int TIMES = 10;
  private static final int GLARE_ROUNDS = 8;
  private static final @Nullable String ONLY = System.getProperty("scenario");
  private static final long SEED = Long.getLong("seed", 1);

  MediaInterop(BrowserKind kind) {
    super(kind);
  }

  Stream<Arguments> scenarios() {
    return Scenarios.ALL.stream()
        .filter(scenario -> ONLY == null || scenario.name().matches(ONLY))
        .flatMap(
            scenario ->
                Stream.of(Offerer.values())
                    .filter(offerer -> scenario.with().test(kind, offerer))
                    .map(offerer -> Arguments.of(scenario, offerer)));
  }

  @ParameterizedTest(name = "{0}, first offerer {1}")
  @MethodSource("scenarios")
  void theyAgree(Scenario scenario, Offerer offerer) {
    play(scenario, offerer);
  }

  /** {@code ./check-many} runs this one. */
  @Tag("interop-many")
  @ParameterizedTest(name = "{0}, first offerer {1}")
  @MethodSource("scenarios")
  void theyAgreeTimeAndAgain(Scenario scenario, Offerer offerer) {
    for (int i = 1; i <= TIMES; i++) {
      try {
        play(scenario, offerer);
      } catch (AssertionError e) {
        throw new AssertionError("Time " + i + " of " + TIMES + " failed", e);
      }
    }
  }

  @ParameterizedTest(name = "the library is polite: {0}")
  @ValueSource(booleans = {true, false})
  void glareIsResolved(boolean polite) {
    glare(polite, new SplittableRandom(SEED));
  }

  /** {@code ./check-many} runs this one. */
  @Tag("interop-many")
  @ParameterizedTest(name = "the library is polite: {0}")
  @ValueSource(booleans = {true, false})
  void glareIsResolvedTimeAndAgain(boolean polite) {
    for (int i = 1; i <= TIMES; i++) {
      glare(polite, new SplittableRandom(SEED + i));
    }
  }

  /** A scenario of one test, with the same configuration on both sides. */
  final void meet(Offerer offerer, Map<String, ?> configuration, Consumer<Meeting> what) {
    Configurations ofBoth = new Configurations(configuration, configuration);
    play(new Scenario("", what).configured(ofBoth), offerer);
  }

  private void glare(boolean polite, RandomGenerator random) {
    try (Glare glare =
        new Glare(
            new JvmMediaPeer(Map.of(), page::logs),
            new BrowserMediaPeer(kind, page, Map.of()),
            polite,
            // Firefox, if it is polite, fails to take back its own offer for one that restarts ICE.
            kind == BrowserKind.CHROMIUM || polite,
            random)) {
      glare.rounds(GLARE_ROUNDS);
    }
  }

  private void play(Scenario scenario, Offerer offerer) {
    Configurations configurations = scenario.configurations();
    MediaPeer first = peer(offerer, configurations.ofOfferer());
    MediaPeer second =
        peer(offerer == Offerer.JVM ? Offerer.BROWSER : Offerer.JVM, configurations.ofAnswerer());
    try (Meeting meeting = new Meeting(first, second)) {
      meeting.play(scenario.play());
    }
  }

  private MediaPeer peer(Offerer who, Map<String, ?> configuration) {
    return who == Offerer.JVM
        ? new JvmMediaPeer(configuration, page::logs)
        : new BrowserMediaPeer(kind, page, configuration);
  }
}
