package io.webrtc4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.Seeds;
import org.junit.jupiter.api.Test;

/**
 * Whole peers that restart ICE (RFC 8445 §9) for all reasons there are, in the midst of all that
 * they do, and lose no byte by it.
 */
class IceRestartSimulationTest {
  private static final int STEPS = 3;

  @Test
  void noByteIsLostOverRestarts() {
    Seeds.forEach(200, seed -> story(0, seed));
  }

  @Test
  void noByteIsLostOverRestartsAtFivePercentLoss() {
    Seeds.forEach(200, seed -> story(0.05, seed));
  }

  @Test
  void noByteIsLostOverRestartsAtTwentyPercentLoss() {
    Seeds.forEach(200, seed -> story(0.2, seed));
  }

  private static void story(double loss, long seed) {
    LinkConditions conditions =
        LinkConditions.perfect()
            .withLoss(loss)
            .withReordering(loss / 4)
            .withDelay(Deadline.millis(20), Deadline.millis(10));
    RestartStory story = new RestartStory(conditions, seed);
    story.begin();
    for (int i = 0; i < STEPS; i++) {
      story.turn();
    }
    story.end();
    assertThat(story.told()).isNotEmpty();
  }
}
