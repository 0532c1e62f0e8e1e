package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9260 §7.2. */
class CongestionControlTest {
  private static final int PMDCS = 1000;

  private final CongestionControl control = new CongestionControl(PMDCS);

  @Test
  void theInitialWindowIsTheOneOfTheRfc() {
    assertThat(control.cwnd()).isEqualTo(4000);
    assertThat(new CongestionControl(1160).cwnd()).isEqualTo(4344);
    assertThat(new CongestionControl(9000).cwnd()).isEqualTo(18_000);
  }

  @Test
  void slowStartAddsWhatIsAcknowledgedUpToTwoPackets() {
    control.acknowledged(500, true);
    assertThat(control.cwnd()).isEqualTo(4500);
    control.acknowledged(50_000, true);
    assertThat(control.cwnd()).isEqualTo(6500);
  }

  @Test
  void aWindowThatIsNotUsedDoesNotGrow() {
    control.acknowledged(2000, false);
    assertThat(control.cwnd()).isEqualTo(4000);
  }

  @Test
  void aLossHalvesOnceForEachRecovery() {
    grow(20_000);
    assertThat(control.lost(77)).isTrue();
    assertThat(control.cwnd()).isEqualTo(10_000);
    assertThat(control.lost(99)).isFalse();
    assertThat(control.cwnd()).isEqualTo(10_000);
    assertThat(control.fastRecoveryExit()).isEqualTo(77);
    control.acknowledged(5000, true);
    assertThat(control.cwnd()).isEqualTo(10_000);
    control.exitFastRecovery();
    assertThat(control.lost(120)).isTrue();
    assertThat(control.cwnd()).isEqualTo(5000);
    control.exitFastRecovery();
    control.lost(130);
    assertThat(control.cwnd()).isEqualTo(4000);
  }

  @Test
  void congestionAvoidanceAddsOnePacketForEachWindow() {
    grow(20_000);
    control.lost(1);
    control.exitFastRecovery();
    // At ssthresh it is slow start once more, then it is above.
    control.acknowledged(1, true);
    long start = control.cwnd();
    for (int i = 0; i < 12; i++) {
      control.acknowledged(1000, true);
    }
    assertThat(control.cwnd()).isEqualTo(start + PMDCS);
  }

  @Test
  void aTimeoutLeavesOnePacket() {
    grow(20_000);
    control.lost(1);
    control.timedOut();
    assertThat(control.cwnd()).isEqualTo(PMDCS);
    assertThat(control.isInFastRecovery()).isFalse();
    for (int i = 0; i < 3; i++) {
      control.acknowledged(PMDCS, true);
    }
    assertThat(control.cwnd()).isEqualTo(4 * PMDCS);
  }

  @Test
  void idlenessDecaysTheWindow() {
    grow(40_000);
    control.idle(0);
    assertThat(control.cwnd()).isEqualTo(40_000);
    control.idle(2);
    assertThat(control.cwnd()).isEqualTo(10_000);
    control.idle(1000);
    assertThat(control.cwnd()).isEqualTo(4000);
  }

  private void grow(long bytes) {
    while (control.cwnd() < bytes) {
      control.acknowledged(1000, true);
    }
  }
}
