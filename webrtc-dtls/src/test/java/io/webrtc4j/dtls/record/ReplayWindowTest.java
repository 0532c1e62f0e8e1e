package io.webrtc4j.dtls.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
  private static final long MAX = (1L << 48) - 1;

  @Test
  void aNewWindowHasSeenNothing() {
    ReplayWindow window = new ReplayWindow();
    assertThat(window.contains(0)).isFalse();
    assertThat(window.contains(MAX)).isFalse();
  }

  @Test
  void whatIsOlderThanTheWindowCountsAsSeen() {
    ReplayWindow window = new ReplayWindow();
    window.add(ReplayWindow.SIZE);
    assertThat(window.contains(0)).isTrue();
    assertThat(window.contains(1)).isFalse();
    window.add(MAX);
    assertThat(window.contains(MAX - 1)).isFalse();
    assertThat(window.contains(MAX - ReplayWindow.SIZE)).isTrue();
  }

  @Property(tries = 300)
  void itRemembersExactlyWhatCame(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 5000) Long> sequences) {
    ReplayWindow window = new ReplayWindow();
    Set<Long> seen = new HashSet<>();
    long highest = -1;
    for (long sequence : sequences) {
      boolean tooOld = sequence <= highest - ReplayWindow.SIZE;
      assertThat(window.contains(sequence)).isEqualTo(tooOld || seen.contains(sequence));
      if (!window.contains(sequence)) {
        window.add(sequence);
        seen.add(sequence);
        highest = Math.max(highest, sequence);
      }
    }
    for (long sequence = Math.max(0, highest - ReplayWindow.SIZE + 1);
        sequence <= highest + 10;
        sequence++) {
      assertThat(window.contains(sequence)).isEqualTo(seen.contains(sequence));
    }
  }
}
