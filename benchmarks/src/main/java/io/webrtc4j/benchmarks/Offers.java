package io.webrtc4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Offers as they are met in practice. */
final class Offers {
  private static final String CAPTURE = "/sdp/chromium/gathered-av-data.offer.sdp";

  private Offers() {}

  /**
   * About 10 KB: Chromium 156's offer of audio, video and data, each with a candidate, with its
   * video section once more at the end.
   */
  static String tenKilobytes() {
    String offer = capture();
    String video = offer.substring(offer.indexOf("m=video"), offer.indexOf("m=application"));
    return offer.replace("a=group:BUNDLE 0 1 2", "a=group:BUNDLE 0 1 2 3")
        + video.replace("a=mid:1", "a=mid:3");
  }

  private static String capture() {
    try (InputStream in = Offers.class.getResourceAsStream(CAPTURE)) {
      if (in == null) {
        throw new IllegalStateException("not among the resources: " + CAPTURE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
