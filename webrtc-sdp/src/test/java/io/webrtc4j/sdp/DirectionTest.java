package io.webrtc4j.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectionTest {
  @Test
  void theOtherSideSeesSendingAsReceiving() {
    assertThat(Direction.SENDONLY.reversed()).isEqualTo(Direction.RECVONLY);
    assertThat(Direction.RECVONLY.reversed()).isEqualTo(Direction.SENDONLY);
    assertThat(Direction.SENDRECV.reversed()).isEqualTo(Direction.SENDRECV);
    assertThat(Direction.INACTIVE.reversed()).isEqualTo(Direction.INACTIVE);
  }

  @Test
  void whatTwoDirectionsAllowIsWhatBothDo() {
    assertThat(Direction.SENDRECV.intersection(Direction.RECVONLY)).isEqualTo(Direction.RECVONLY);
    assertThat(Direction.SENDONLY.intersection(Direction.RECVONLY)).isEqualTo(Direction.INACTIVE);
    assertThat(Direction.SENDONLY.intersection(Direction.SENDRECV)).isEqualTo(Direction.SENDONLY);
  }

  @Test
  void aDirectionIsWhetherOneSendsAndReceives() {
    for (Direction direction : Direction.values()) {
      assertThat(Direction.of(direction.sends(), direction.receives())).isEqualTo(direction);
    }
    assertThat(Direction.of(true, false)).isEqualTo(Direction.SENDONLY);
  }
}
