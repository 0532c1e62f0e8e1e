package io.webrtc4j.jsep;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a state. Those of a {@link JsepState} never change; each operation changes a copy,
 * which becomes the next state if all goes well.
 */
final class Draft {
  JsepConfig config;
  SignalingState signaling = SignalingState.STABLE;
  Descriptions descriptions = Descriptions.NONE;
  TransceiverList transceivers = TransceiverList.NONE;
  @Nullable Description created;

  Draft(JsepConfig config, RandomGenerator random) {
    this.config = config;
  }
}
