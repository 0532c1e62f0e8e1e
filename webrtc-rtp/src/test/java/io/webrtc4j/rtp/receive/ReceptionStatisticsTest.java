package io.webrtc4j.rtp.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.SenderReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {
  private static final int RATE = 8000;

  private final ReceptionStatistics statistics = new ReceptionStatistics();

  /**
   * RFC 3550 §A.8 by hand, 160 ticks for 20 ms: D is 0, 40, 80 and 0 ticks, so J is 0, then 40/16 =
   * 2.5, then 2.5 + (80 - 2.5)/16 = 7.34375, then 7.34375 - 7.34375/16 = 6.884765625.
   */
  @Test
  void jitterIsWhatTheFormulaSays() {
    statistics.arrival(0, RATE, Deadline.millis(100));
    statistics.arrival(160, RATE, Deadline.millis(120));
    assertThat(jitter()).isZero();
    statistics.arrival(320, RATE, Deadline.millis(145));
    assertThat(jitter()).isEqualTo(2);
    statistics.arrival(480, RATE, Deadline.millis(155));
    assertThat(jitter()).isEqualTo(7);
    statistics.arrival(640, RATE, Deadline.millis(175));
    assertThat(jitter()).isEqualTo(6);
    assertThat(statistics.jitterNanos()).isEqualTo(7 * 125_000);
  }

  private long jitter() {
    return statistics.report(1, 0, 0).jitter();
  }

  @Test
  void timestampsThatBeginAnewAreNoJitter() {
    statistics.arrival(0, RATE, 0);
    statistics.arrival(5_000_000, RATE, Deadline.millis(20));
    statistics.arrival(5_000_160, RATE, Deadline.millis(40));
    assertThat(jitter()).isZero();
  }

  /** RFC 3550 §A.3. */
  @Test
  void lossIsOfTheIntervalAndOfAll() {
    for (int i = 65_530; i < 65_540; i++) {
      if (i != 65_533 && i != 65_534) {
        statistics.packet(i);
      }
    }
    ReportBlock first = statistics.report(9, 0, 0);
    assertThat(first.fractionLost()).isEqualTo(2 * 256 / 10);
    assertThat(first.cumulativeLost()).isEqualTo(2);
    assertThat(first.extendedHighestSequenceNumber()).isEqualTo(0x1_0003);
    assertThat(first.ssrc()).isEqualTo(9);
    statistics.packet(65_540);
    statistics.packet(65_540);
    statistics.packet(65_541);
    ReportBlock second = statistics.report(9, 0, 0);
    assertThat(second.fractionLost()).isZero();
    assertThat(second.cumulativeLost()).isEqualTo(1);
    assertThat(statistics.report(9, 0, 0).fractionLost()).isZero();
  }

  @Test
  void whenAllButOneAreLostTheFractionStaysInItsByte() {
    statistics.packet(0);
    statistics.report(9, 0, 0);
    statistics.packet(2999);
    assertThat(statistics.report(9, 0, 0).fractionLost()).isEqualTo(255);
  }

  @Test
  void reportsSayWhichSenderReportCameLastAndWhen() {
    SenderClock clock = new SenderClock();
    assertThat(clock.lastSr()).isZero();
    assertThat(clock.delaySinceLastSr(Deadline.seconds(1))).isZero();
    clock.report(
        new SenderReport(1, 0x0123456789abcdefL, 1000, 0, 0, List.of()), Deadline.seconds(2));
    assertThat(clock.lastSr()).isEqualTo(0x456789abL);
    assertThat(clock.delaySinceLastSr(Deadline.millis(3500))).isEqualTo(3 * 65_536 / 2);
  }

  @Test
  void senderReportsTellWhenSomethingWasTaken() {
    SenderClock clock = new SenderClock();
    assertThat(clock.captureNtp(1000, RATE)).isZero();
    clock.report(new SenderReport(1, 100L << 32, 0xffff_ffffL, 0, 0, List.of()), 0);
    long afterTheWrap = (1L << 32) + 3999;
    assertThat(clock.captureNtp(afterTheWrap, RATE)).isEqualTo((100L << 32) + (1L << 31));
    assertThat(clock.captureNtp(0xffff_ffffL - 8000, RATE)).isEqualTo(99L << 32);
  }
}
