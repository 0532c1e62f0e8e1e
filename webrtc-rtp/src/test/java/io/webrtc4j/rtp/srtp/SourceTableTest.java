package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sim.Seeds;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SourceTableTest {

  @Test
  void itFindsWhatAMapFinds() {
    Seeds.forEach(
        50,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          SourceTable<String> table = new SourceTable<>();
          Map<Integer, String> map = new HashMap<>();
          for (int i = 0; i < 500; i++) {
            int ssrc = random.nextInt(100) * 0x10000;
            if (random.nextInt(3) == 0) {
              table.remove(ssrc);
              map.remove(ssrc);
            } else if (table.get(ssrc) == null) {
              table.put(ssrc, "source " + i);
              map.put(ssrc, "source " + i);
            }
            assertThat(table.get(ssrc)).isEqualTo(map.get(ssrc));
          }
          for (int ssrc = 0; ssrc < 100 * 0x10000; ssrc += 0x10000) {
            assertThat(table.get(ssrc)).isEqualTo(map.get(ssrc));
          }
          assertThat(table.size()).isEqualTo(map.size());
        });
  }
}
