package io.webrtc4j.interop.media;

import io.webrtc4j.interop.Offerer;
import io.webrtc4j.interop.media.Scenario.Configurations;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Scenarios of transports: bundle policies, peers that don't bundle, other configurations. */
final class Bundling {
  private static final Map<String, ?> POOL = Map.of("iceCandidatePoolSize", 2);

  static final List<Scenario> ALL =
      List.of(
          policies("balanced", "max-bundle"),
          policies("max-bundle", "max-compat"),
          policies("max-compat", "balanced"),
          new Scenario("candidate-pool", Renegotiations::connectWithTracksAndData)
              .configured(new Configurations(POOL, POOL)),
          new Scenario("rtcpmux-negotiate", Renegotiations::connectWithTracksAndData)
              .configured(new Configurations(Map.of("rtcpMuxPolicy", "negotiate"), Map.of()))
              .onlyWith(BrowserKind.CHROMIUM)
              .onlyIfFirst(Offerer.BROWSER),
          new Scenario("no-bundle", Bundling::withoutBundle));

  private Bundling() {}

  private static Scenario policies(String ofOfferer, String ofAnswerer) {
    return new Scenario(
            "bundle-" + ofOfferer + "-" + ofAnswerer, Renegotiations::connectWithTracksAndData)
        .configured(
            new Configurations(
                Map.of("bundlePolicy", ofOfferer), Map.of("bundlePolicy", ofAnswerer)));
  }

  /** The offer says nothing of a bundle when it arrives, so each section has its transport. */
  private static void withoutBundle(Meeting meeting) {
    meeting.openChannel("d");
    FirstOffers.addTracks(meeting, "audio", "video");
    meeting.negotiate(
        meeting.offerer(),
        meeting.answerer(),
        offer -> offer.replaceAll("a=group:BUNDLE[^\r]*\r\n", ""),
        () -> {},
        UnaryOperator.identity());
  }
}
