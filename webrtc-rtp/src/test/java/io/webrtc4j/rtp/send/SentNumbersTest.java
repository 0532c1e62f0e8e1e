package io.webrtc4j.rtp.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.Seeds;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SentNumbersTest {

  @Test
  void numbersGoOnFromTheFirstAndWrapAround() {
    SentNumbers numbers = new SentNumbers(65_530);
    for (int i = 0; i < 20; i++) {
      assertThat(numbers.next()).isEqualTo((65_530 + i) & 0xffff);
      assertThat(numbers.use(numbers.next())).isTrue();
    }
  }

  @Test
  void nothingBeforeTheFirstIsUsed() {
    SentNumbers numbers = new SentNumbers(0);
    assertThat(numbers.use(65_535)).isFalse();
    assertThat(numbers.use(64_600)).isFalse();
    assertThat(numbers.use(0)).isTrue();
  }

  @Test
  void aNumberIsUsedOnceWhateverTheOrder() {
    Seeds.forEach(
        200,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          int first = random.nextInt(1 << 15);
          SentNumbers numbers = new SentNumbers(first);
          Set<Integer> used = new HashSet<>();
          int highest = first - 1;
          for (int i = 0; i < 5000; i++) {
            int number = highest + random.nextInt(-1500, 40);
            boolean expected =
                number >= first && number > highest - SentNumbers.WINDOW && used.add(number);
            assertThat(numbers.use(number & 0xffff)).isEqualTo(expected);
            highest = expected ? Math.max(highest, number) : highest;
          }
        });
  }

  @Test
  void afterClosingOnlyLaterNumbersAreUsed() {
    SentNumbers numbers = new SentNumbers(100);
    assertThat(numbers.use(110)).isTrue();
    numbers.close();
    assertThat(numbers.use(105)).isFalse();
    assertThat(numbers.next()).isEqualTo(111);
    assertThat(numbers.use(111)).isTrue();
  }
}
