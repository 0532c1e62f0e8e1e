package io.webrtc4j.sim;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Whether a link is in a burst of losses. */
final class BurstState {
  // Of its own, so that bursts do not shift the link's other chances.
  private @Nullable SplittableRandom random;
  private boolean inBurst;

  /** Moves on by one packet and tells whether it is lost; {@code chance} seeds the first burst. */
  boolean takes(LossBursts bursts, double chance) {
    if (bursts.begin() == 0) {
      inBurst = false;
      return false;
    }
    if (random == null) {
      random = new SplittableRandom(Double.doubleToLongBits(chance));
    }
    double change = random.nextDouble();
    inBurst = inBurst ? change >= bursts.end() : change < bursts.begin();
    return random.nextDouble() < bursts.loss() && inBurst;
  }
}
