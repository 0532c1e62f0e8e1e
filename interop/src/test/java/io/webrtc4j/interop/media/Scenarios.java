package io.webrtc4j.interop.media;

import java.util.List;
import java.util.stream.Stream;

/** All scenarios. */
final class Scenarios {
  static final List<Scenario> ALL =
      Stream.of(
              FirstOffers.ALL,
              Renegotiations.ALL,
              Stopping.ALL,
              Simulcasts.ALL,
              CodecChoices.ALL,
              Bundling.ALL)
          .flatMap(List::stream)
          .toList();

  private Scenarios() {}
}
