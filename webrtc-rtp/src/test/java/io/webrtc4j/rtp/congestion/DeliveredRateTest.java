package io.webrtc4j.rtp.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeliveredRateTest {
  private final DeliveredRate rate = new DeliveredRate();

  @Test
  void itIsWhatArrivedInTheTimeThatItTook() {
    for (int i = 0; i < 100; i++) {
      rate.add(Deadline.millis(10L * i), 1250);
    }
    assertThat(rate.bitsPerSecond()).isBetween(999_000.0, 1_001_000.0);
  }

  @Test
  void itIsUnknownUntilSomeTimeHasPassed() {
    assertThat(rate.bitsPerSecond()).isZero();
    rate.add(0, 1000);
    rate.add(Deadline.millis(50), 1000);
    assertThat(rate.bitsPerSecond()).isZero();
  }

  @Test
  void packetsThatAreSaidToComeAtOnceDoNotPileUp() {
    for (int i = 0; i < 100_000; i++) {
      rate.add(7, 1000);
    }
    assertThat(rate.size()).isEqualTo(DeliveredRate.MAX_ARRIVALS);
  }

  @Test
  void aClockThatJumpsCountsAnew() {
    rate.add(Deadline.seconds(1_000_000), 1000);
    for (int i = 0; i < 100; i++) {
      rate.add(Deadline.millis(10L * i), 1250);
    }
    assertThat(rate.bitsPerSecond()).isBetween(999_000.0, 1_001_000.0);
  }

  @Test
  void noTimesBreakIt() {
    Seeds.forEach(
        200,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          DeliveredRate any = new DeliveredRate();
          long at = 0;
          for (int i = 0; i < 10_000; i++) {
            at += Deadline.millis(random.nextInt(-4000, 4000));
            any.add(at, random.nextInt(1500));
            assertThat(any.bitsPerSecond()).isNotNegative();
          }
          assertThat(any.size()).isLessThanOrEqualTo(DeliveredRate.MAX_ARRIVALS);
        });
  }
}
