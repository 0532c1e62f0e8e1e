package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PacketIndexTest {

  @Test
  void theFirstPacketIsInTheFirstRound() {
    assertThat(PacketIndex.estimate(-1, 0)).isZero();
    assertThat(PacketIndex.estimate(-1, 0xffff)).isEqualTo(0xffff);
  }

  @Test
  void theCounterRollsOver() {
    assertThat(PacketIndex.estimate(0xffff, 0)).isEqualTo(0x10000);
    assertThat(PacketIndex.estimate(0x2ffff, 3)).isEqualTo(0x30003);
  }

  @Test
  void aLatePacketIsOfTheRoundBefore() {
    assertThat(PacketIndex.estimate(0x10000, 0xffff)).isEqualTo(0xffff);
    assertThat(PacketIndex.estimate(0x30003, 0xfff0)).isEqualTo(0x2fff0);
  }

  @Test
  void noPacketIsBeforeTheFirstRound() {
    assertThat(PacketIndex.estimate(3, 0xfff0)).isEqualTo(0xfff0);
  }

  @Property
  void anIndexWithinHalfTheNumbersIsFound(
      @ForAll @LongRange(min = 0x10000, max = PacketIndex.MAX) long highest,
      @ForAll @IntRange(min = -0x7fff, max = 0x7fff) int distance) {
    long index = highest + distance;
    assertThat(PacketIndex.estimate(highest, (int) index & 0xffff)).isEqualTo(index);
  }

  /** RFC 3711 appendix A as it stands there. */
  @Property
  void theEstimateIsThatOfTheRfc(
      @ForAll @IntRange(min = 1, max = 1 << 20) int roc,
      @ForAll @IntRange(max = 0xffff) int last,
      @ForAll @IntRange(max = 0xffff) int sequenceNumber) {
    int v = roc;
    if (last < 32_768) {
      v = sequenceNumber - last > 32_768 ? roc - 1 : roc;
    } else if (last - 32_768 > sequenceNumber) {
      v = roc + 1;
    }
    assertThat(PacketIndex.estimate(65_536L * roc + last, sequenceNumber))
        .isEqualTo(65_536L * v + sequenceNumber);
  }
}
