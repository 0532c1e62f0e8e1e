package io.webrtc4j.ice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriorityTest {
  private static final long MAX = Integer.MAX_VALUE;

  @Test
  void candidatePrioritiesAreThoseOfTheFormula() {
    // RFC 8445 §15.1: the host candidate of the example.
    assertThat(CandidatePriority.of(CandidateType.HOST, 65_535, 1)).isEqualTo(2_130_706_431L);
    assertThat(CandidatePriority.of(CandidateType.SERVER_REFLEXIVE, 65_535, 1))
        .isEqualTo(1_694_498_815L);
    assertThat(CandidatePriority.of(CandidateType.PEER_REFLEXIVE, 65_535, 1))
        .isEqualTo(1_862_270_975L);
    assertThat(CandidatePriority.of(CandidateType.RELAYED, 0, 256)).isZero();
  }

  @Test
  void pairPrioritiesAreThoseOfTheFormula() {
    assertThat(PairPriority.of(IceRole.CONTROLLING, 5, 3)).isEqualTo((3L << 32) + 10 + 1);
    assertThat(PairPriority.of(IceRole.CONTROLLED, 5, 3)).isEqualTo((3L << 32) + 10);
    assertThat(PairPriority.of(IceRole.CONTROLLED, 3, 5)).isEqualTo((3L << 32) + 10 + 1);
    assertThat(PairPriority.of(IceRole.CONTROLLING, 4, 4)).isEqualTo((4L << 32) + 8);
  }

  @Property
  void bothSidesComputeTheSame(
      @ForAll @LongRange(max = 0xffff_ffffL) long one,
      @ForAll @LongRange(max = 0xffff_ffffL) long other) {
    long priority = PairPriority.of(IceRole.CONTROLLING, one, other);
    assertThat(PairPriority.of(IceRole.CONTROLLED, other, one)).isEqualTo(priority);
    assertThat(priority).isNotNegative();
  }

  @Property
  void theWorseCandidateDecides(
      @ForAll @LongRange(max = MAX) long mine,
      @ForAll @LongRange(max = MAX) long theirs,
      @ForAll @LongRange(max = MAX) long theirOther) {
    if (Math.min(mine, theirs) > Math.min(mine, theirOther)) {
      assertThat(PairPriority.of(IceRole.CONTROLLING, mine, theirs))
          .isGreaterThan(PairPriority.of(IceRole.CONTROLLING, mine, theirOther));
    }
  }
}
