package io.webrtc4j.sctp.rx;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.Seeds;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReceivedTsnsTest {

  private static int fill(ReceivedTsns tsns, int[] blocks) {
    return tsns.gapAckBlocks(blocks);
  }

  private static int[] blocksOf(ReceivedTsns tsns) {
    int[] blocks = new int[1000];
    int count = fill(tsns, blocks);
    return Arrays.copyOf(blocks, count);
  }

  /** The example of RFC 9260 §3.3.4: 10 to 12 arrived, 13 and 16 are missing, 14, 15 and 17 not. */
  @Test
  void theExampleOfTheSackChunk() {
    ReceivedTsns tsns = new ReceivedTsns(10);
    for (int tsn : new int[] {10, 11, 12, 15, 14, 17}) {
      tsns.add(tsn);
    }
    assertThat(tsns.cumulativeTsn()).isEqualTo(12);
    assertThat(blocksOf(tsns)).containsExactly(2, 3, 5, 5);
  }

  @Test
  void aFilledGapMovesTheCumulativeTsn() {
    ReceivedTsns tsns = new ReceivedTsns(0xfffffffe);
    tsns.add(0xffffffff);
    tsns.add(0);
    tsns.add(2);
    assertThat(tsns.hasGaps()).isTrue();
    tsns.add(0xfffffffe);
    assertThat(tsns.cumulativeTsn()).isZero();
    tsns.add(1);
    assertThat(tsns.cumulativeTsn()).isEqualTo(2);
    assertThat(tsns.hasGaps()).isFalse();
  }

  @Test
  void theWindowEndsWhereGapAckBlocksEnd() {
    ReceivedTsns tsns = new ReceivedTsns(100);
    assertThat(tsns.isInWindow(99 + 65535)).isTrue();
    assertThat(tsns.isInWindow(99 + 65536)).isFalse();
    assertThat(tsns.isInWindow(99)).isFalse();
    assertThat(tsns.isInWindow(98)).isFalse();
    tsns.add(99 + 65535);
    assertThat(blocksOf(tsns)).containsExactly(65535, 65535);
  }

  @Test
  void itAgreesWithASetWhateverTheOrder() {
    Seeds.forEach(
        30,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          int initial = random.nextInt();
          ReceivedTsns tsns = new ReceivedTsns(initial);
          TreeSet<Integer> offsets = new TreeSet<>();
          int cumulative = -1;
          for (int i = 0; i < 3000; i++) {
            int offset = cumulative + 1 + random.nextInt(1 + random.nextInt(200));
            assertThat(tsns.contains(initial + offset)).isEqualTo(offsets.contains(offset));
            if (offsets.add(offset)) {
              tsns.add(initial + offset);
            }
            while (offsets.contains(cumulative + 1)) {
              cumulative++;
            }
            assertThat(tsns.cumulativeTsn()).isEqualTo(initial + cumulative);
            assertThat(tsns.highestTsn()).isEqualTo(initial + offsets.last());
          }
          assertThat(blocksOf(tsns)).isEqualTo(expectedBlocks(offsets, cumulative));
        });
  }

  @Test
  void forwardingSkipsWhatIsMissing() {
    ReceivedTsns tsns = new ReceivedTsns(1);
    for (int tsn : new int[] {3, 4, 6, 9}) {
      tsns.add(tsn);
    }
    tsns.forwardTo(5);
    assertThat(tsns.cumulativeTsn()).isEqualTo(6);
    assertThat(blocksOf(tsns)).containsExactly(3, 3);
    tsns.forwardTo(200_000);
    assertThat(tsns.cumulativeTsn()).isEqualTo(200_000);
    assertThat(tsns.hasGaps()).isFalse();
    tsns.add(200_002);
    assertThat(blocksOf(tsns)).containsExactly(2, 2);
  }

  private static int[] expectedBlocks(NavigableSet<Integer> offsets, int cumulative) {
    int[] blocks = new int[2 * offsets.size()];
    int count = 0;
    int previous = cumulative;
    for (int offset : offsets.tailSet(cumulative, false)) {
      if (offset != previous + 1 || count == 0) {
        blocks[count++] = offset - cumulative;
        blocks[count++] = offset - cumulative;
      } else {
        blocks[count - 1] = offset - cumulative;
      }
      previous = offset;
    }
    return Arrays.copyOf(blocks, count);
  }
}
