package io.webrtc4j.fuzz;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice the input takes at most three times as long. */
class GrowthTest {

  @ParameterizedTest
  @MethodSource("io.webrtc4j.fuzz.Targets#names")
  void timeGrowsWithTheInputAndNotWithItsSquare(String name) {
    Target target = Targets.named(name);
    target.growing().forEach((what, grow) -> Growth.check(target, what, grow));
  }

  @Test
  void timeThatGrowsWithTheSquareIsFound() {
    Faulty quadratic =
        new Faulty(
            input -> {
              int sum = 0;
              for (int i = 0; i < input.length; i += 64) {
                sum += Arrays.hashCode(input);
              }
              return sum;
            });
    assertThatThrownBy(() -> Growth.check(quadratic, "zeros", byte[]::new))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("times as long");
  }
}
