package io.webrtc4j.rtp.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import org.junit.jupiter.api.Test;

class NtpClockTest {

  @Test
  void secondsAndTheirFractionAreApart() {
    NtpClock clock = new NtpClock(0xe000_0001_8000_0000L);
    assertThat(clock.at(0)).isEqualTo(0xe000_0001_8000_0000L);
    assertThat(clock.at(Deadline.millis(750))).isEqualTo(0xe000_0002_4000_0000L);
    assertThat(clock.at(-Deadline.millis(500))).isEqualTo(0xe000_0001_0000_0000L);
    assertThat(clock.shortAt(0)).isEqualTo(0x0001_8000L);
  }

  @Test
  void shortUnitsAreOf65536InASecond() {
    assertThat(NtpClock.shortUnits(Deadline.millis(1500))).isEqualTo(0x1_8000);
    assertThat(NtpClock.nanos(0x1_8000)).isEqualTo(Deadline.millis(1500));
    assertThat(NtpClock.shortUnits(Deadline.seconds(100_000))).isEqualTo(0xffffffffL);
  }
}
