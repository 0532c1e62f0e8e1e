package io.webrtc4j.rtp.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final int RATE = 90_000;

  private final Timeline timeline = new Timeline(1000);

  @Test
  void timestampsKeepTheirDistances() {
    assertThat(timeline.map(Timeline.FRAMES, 50, RATE, 0)).isEqualTo(1050);
    assertThat(timeline.map(Timeline.FRAMES, 3050, RATE, 0)).isEqualTo(4050);
    assertThat(timeline.map(Timeline.FRAMES, 2050, RATE, 0)).isEqualTo(3050);
  }

  @Test
  void timestampsWrapAround() {
    assertThat(timeline.map(Timeline.FRAMES, 0xffff_ffffL, RATE, 0)).isEqualTo(999);
    assertThat(timeline.map(Timeline.FRAMES, 0x1_0000_0bb7L, RATE, Deadline.millis(33)))
        .isEqualTo(3999);
  }

  @Test
  void anotherSourceGoesOnWhereTheFirstWas() {
    timeline.map(7, 0, RATE, 0);
    assertThat(timeline.map(8, 77_777_777, RATE, Deadline.millis(100))).isEqualTo(1000 + 9000);
  }

  @Test
  void anotherSourceAtTheSameTimeIsLater() {
    timeline.map(7, 0, RATE, 0);
    assertThat(timeline.map(8, 77_777_777, RATE, 0)).isEqualTo(1001);
  }

  @Test
  void aSourceThatBeginsAnewGoesOn() {
    timeline.map(7, 500_000_000, RATE, 0);
    long mapped = timeline.map(7, 3000, RATE, Deadline.seconds(1));
    assertThat(mapped).isEqualTo((1000L + 500_000_000 + RATE) & 0xffffffffL);
  }

  @Test
  void reportsTellTheTimeSinceTheLatest() {
    timeline.map(7, 0, RATE, 0);
    timeline.map(7, 9000, RATE, Deadline.millis(100));
    timeline.map(7, 3000, RATE, Deadline.millis(150));
    assertThat(timeline.at(Deadline.millis(200))).isEqualTo(1000 + 18_000);
  }
}
