package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import org.junit.jupiter.api.Test;

/** RFC 9260 §6.3.1. */
class RtoEstimatorTest {
  private final RtoEstimator rto =
      new RtoEstimator(Deadline.millis(500), Deadline.millis(100), Deadline.seconds(10));

  @Test
  void theInitialValueHoldsUntilTheFirstMeasurement() {
    assertThat(rto.rto()).isEqualTo(Deadline.millis(500));
    assertThat(rto.smoothedRoundTripTime()).isZero();
  }

  @Test
  void theFirstMeasurementTriples() {
    rto.measured(Deadline.millis(200));
    assertThat(rto.smoothedRoundTripTime()).isEqualTo(Deadline.millis(200));
    assertThat(rto.rto()).isEqualTo(Deadline.millis(600));
  }

  @Test
  void furtherMeasurementsAreSmoothed() {
    rto.measured(Deadline.millis(200));
    rto.measured(Deadline.millis(280));
    // RTTVAR = 3/4 * 100 + 1/4 * 80 = 95; SRTT = 7/8 * 200 + 1/8 * 280 = 210.
    assertThat(rto.smoothedRoundTripTime()).isEqualTo(Deadline.millis(210));
    assertThat(rto.rto()).isEqualTo(Deadline.millis(210 + 4 * 95));
  }

  @Test
  void theValueStaysInItsBounds() {
    for (int i = 0; i < 50; i++) {
      rto.measured(Deadline.millis(1));
    }
    assertThat(rto.rto()).isEqualTo(Deadline.millis(100));
    rto.measured(Deadline.seconds(100));
    assertThat(rto.rto()).isEqualTo(Deadline.seconds(10));
  }

  @Test
  void backingOffDoublesUpToTheMaximumAndAMeasurementEndsIt() {
    rto.measured(Deadline.millis(100));
    rto.backOff();
    assertThat(rto.rto()).isEqualTo(Deadline.millis(600));
    for (int i = 0; i < 9; i++) {
      rto.backOff();
    }
    assertThat(rto.rto()).isEqualTo(Deadline.seconds(10));
    rto.measured(Deadline.millis(100));
    assertThat(rto.rto()).isLessThan(Deadline.millis(300));
  }
}
