package io.webrtc4j.rtp.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.TransportFeedback;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The estimate over a bottleneck of a certain rate, in virtual time. */
class BandwidthEstimatorTest {
  private static final int PACKET = 1000;
  private static final long FEEDBACK_INTERVAL = Deadline.millis(50);
  private static final long NANOS_PER_TICK = 250_000;

  private final BandwidthEstimator estimator = new BandwidthEstimator();
  private long now;
  private long freeAt;
  private final SplittableRandom random = new SplittableRandom(1);

  /** Sends at what is asked for, or as much as the estimate lets, over a link of {@code rate}. */
  private void run(long duration, long wanted, long rate, double loss) {
    long end = now + duration;
    long nextFeedback = now + FEEDBACK_INTERVAL;
    int base = estimator.nextNumber();
    List<Long> arrivals = new ArrayList<>();
    while (now < end) {
      estimator.sent(PACKET, now);
      freeAt = Math.max(freeAt, now) + 8_000_000_000L * PACKET / rate;
      boolean full = freeAt - now > Deadline.millis(300);
      if (full) {
        freeAt -= 8_000_000_000L * PACKET / rate;
      }
      boolean lost = full || random.nextDouble() < loss;
      arrivals.add(lost ? -1 : freeAt + Deadline.millis(20));
      if (now >= nextFeedback) {
        estimator.handleFeedback(feedback(base, arrivals), now);
        base = estimator.nextNumber();
        arrivals.clear();
        nextFeedback = now + FEEDBACK_INTERVAL;
      }
      long sending = Math.min(wanted, estimator.bitsPerSecond(now));
      now += 8_000_000_000L * PACKET / sending;
    }
  }

  private static TransportFeedback feedback(int base, List<Long> arrivals) {
    List<TransportFeedback.Arrival> told = new ArrayList<>();
    long reference = -1;
    long last = 0;
    for (int i = 0; i < arrivals.size(); i++) {
      if (arrivals.get(i) < 0) {
        continue;
      }
      long ticks = arrivals.get(i) / NANOS_PER_TICK;
      if (reference < 0) {
        reference = ticks / TransportFeedback.TICKS_PER_REFERENCE_TIME;
        last = reference * TransportFeedback.TICKS_PER_REFERENCE_TIME;
      }
      told.add(new TransportFeedback.Arrival(i, (int) (ticks - last)));
      last = ticks;
    }
    return new TransportFeedback(
        1, 2, base, arrivals.size(), (int) Math.max(0, reference), 0, told);
  }

  @Test
  void itGrowsWithWhatArrives() {
    run(Deadline.seconds(3), 20_000_000, 100_000_000, 0);
    assertThat(estimator.bitsPerSecond(now)).isGreaterThan(4_100_000);
    assertThat(estimator.isKnown()).isTrue();
  }

  @Test
  void itStaysBelowABottleneckAndUsesMostOfIt() {
    run(Deadline.seconds(10), 20_000_000, 1_000_000, 0);
    assertThat(estimator.bitsPerSecond(now)).isBetween(600_000L, 1_200_000L);
  }

  @Test
  void aSmallLossDoesNoHarm() {
    run(Deadline.seconds(10), 2_000_000, 100_000_000, 0.05);
    assertThat(estimator.bitsPerSecond(now)).isGreaterThan(2_000_000);
  }

  @Test
  void aHeavyLossTakesItsShare() {
    run(Deadline.seconds(10), 20_000_000, 100_000_000, 0.3);
    assertThat(estimator.bitsPerSecond(now)).isLessThan(2_000_000);
  }

  @Test
  void itIsNotSaidToGrowFarBeyondWhatIsSent() {
    run(Deadline.seconds(100), 500_000, 100_000_000, 0);
    assertThat(estimator.bitsPerSecond(now)).isLessThanOrEqualTo(BandwidthEstimator.START);
  }

  @Test
  void thePeersEstimateLimitsItForAWhile() {
    run(Deadline.seconds(1), 1_000_000, 100_000_000, 0);
    estimator.handlePeerEstimate(200_000, now);
    assertThat(estimator.bitsPerSecond(now)).isEqualTo(200_000);
    assertThat(estimator.bitsPerSecond(now + Deadline.seconds(20))).isGreaterThan(1_000_000);
  }

  @Test
  void reportsOfLossAloneAreEnough() {
    for (int i = 0; i < 10; i++) {
      now += Deadline.seconds(1);
      estimator.handleLoss(0.2, 4_000_000, now);
    }
    long low = estimator.bitsPerSecond(now);
    assertThat(low).isLessThan(2_000_000);
    for (int i = 0; i < 10; i++) {
      now += Deadline.seconds(1);
      estimator.handleLoss(0, (double) low, now);
    }
    assertThat(estimator.bitsPerSecond(now)).isGreaterThan(low);
  }

  /** As peers report on a range again when one of its packets comes late. */
  @Test
  void aPacketThatIsReportedMissingTwiceIsMissingOnce() {
    run(Deadline.seconds(5), 2_000_000, 100_000_000, 0);
    long before = estimator.bitsPerSecond(now);
    for (int round = 0; round < 100; round++) {
      int base = estimator.nextNumber();
      List<Long> arrivals = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        estimator.sent(PACKET, now);
        boolean late = i >= 30 && i < 40;
        arrivals.add(late || i == 49 ? -1 : now + Deadline.millis(20));
        now += Deadline.millis(4);
      }
      estimator.handleFeedback(feedback(base, arrivals), now);
      for (int i = 30; i < 40; i++) {
        arrivals.set(i, now + Deadline.millis(20));
        estimator.handleFeedback(feedback(base, arrivals), now);
      }
    }
    assertThat(estimator.bitsPerSecond(now)).isGreaterThanOrEqualTo(before * 9 / 10);
  }

  @Test
  void noFeedbackBreaksIt() {
    Seeds.forEach(
        200,
        seed -> {
          SplittableRandom chance = new SplittableRandom(seed);
          BandwidthEstimator forged = new BandwidthEstimator();
          for (int i = 0; i < 200; i++) {
            forged.sent(chance.nextInt(1500), i);
            List<TransportFeedback.Arrival> arrivals = new ArrayList<>();
            for (int offset = 0; offset < 10; offset++) {
              arrivals.add(new TransportFeedback.Arrival(offset, chance.nextInt(-32768, 32768)));
            }
            int base = chance.nextInt(chance.nextBoolean() ? 256 : 65_536);
            forged.handleFeedback(
                new TransportFeedback(
                    1, 2, base, 10 + chance.nextInt(65_000), chance.nextInt(1 << 24), 0, arrivals),
                i);
          }
          assertThat(forged.bitsPerSecond(200))
              .isBetween(BandwidthEstimator.MIN, BandwidthEstimator.MAX);
        });
  }
}
