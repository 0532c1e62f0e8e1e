package io.webrtc4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.sim.Seeds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short run of what {@code ./fuzz} does at length. */
class AnyInputTest {
  private static final int MUTANTS = 1500;
  private static final List<byte[]> ZEROS = List.of(new byte[9]);

  @ParameterizedTest
  @MethodSource("io.webrtc4j.fuzz.Targets#names")
  void itsSeedsAreTaken(String name) {
    Target target = Targets.named(name);
    List<byte[]> seeds = target.seeds();
    assertThat(seeds).isNotEmpty();
    for (byte[] seed : seeds) {
      assertThatCode(() -> target.accept(seed)).as("a seed of %s", name).doesNotThrowAnyException();
      assertThatCode(() -> Guard.feed(target, seed)).as("%s", name).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("io.webrtc4j.fuzz.Targets#names")
  void mutantsOfItsSeedsGiveNothingButTheDeclaredException(String name) {
    Target target = Targets.named(name);
    List<byte[]> seeds = target.seeds();
    Seeds.forEach(
        MUTANTS,
        seed -> {
          byte[] mutant = Mutation.of(seeds, seed);
          Guard.feed(target, mutant);
        });
  }

  @ParameterizedTest
  @MethodSource("io.webrtc4j.fuzz.Targets#names")
  void whatOnceShowedADefectIsTaken(String name) {
    Target target = Targets.named(name);
    KeptInputs.of(target).forEach(input -> Guard.feed(target, input));
  }

  @ParameterizedTest
  @MethodSource("io.webrtc4j.fuzz.Targets#names")
  void largeInputsTakeMemoryInProportion(String name) {
    Target target = Targets.named(name);
    for (Map.Entry<String, IntFunction<byte[]>> grow : target.growing().entrySet()) {
      byte[] input = grow.getValue().apply(Guard.MAX_INPUT);
      assertThatCode(() -> Guard.feed(target, input)).as(grow.getKey()).doesNotThrowAnyException();
    }
  }

  @Test
  void theGuardFindsWhatItIsThereFor() {
    assertThatThrownBy(() -> Guard.feed(new Faulty(input -> input[input.length]), new byte[4]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("IndexOutOfBounds");
    assertThatThrownBy(() -> Guard.feed(new Faulty(input -> new byte[1 << 20].length), new byte[4]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("allocated");
    assertThat(Stream.of(1, 2, 3).map(seed -> ByteBuffer.wrap(Mutation.of(ZEROS, seed))).distinct())
        .hasSize(3);
  }
}
