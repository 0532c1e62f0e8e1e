package io.webrtc4j.examples.sdp;

import static java.util.Map.entry;

import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.MediaDescription;
import java.util.List;
import java.util.Map;

/** Says in plain words what each RTP packet may carry in its header. */
final class ExtensionsExplanation {
  private static final String IETF = "urn:ietf:params:rtp-hdrext:";
  private static final String GOOGLE = "http://www.webrtc.org/experiments/rtp-hdrext/";
  private static final String ENCRYPT = IETF + "encrypt";

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          entry(IETF + "sdes:mid", "the section's mid"),
          entry(IETF + "sdes:rtp-stream-id", "the version's name"),
          entry(IETF + "sdes:repaired-rtp-stream-id", "the name of the version that is repeated"),
          entry(IETF + "ssrc-audio-level", "how loud it is"),
          entry(IETF + "csrc-audio-level", "how loud each of the mixed is"),
          entry(IETF + "toffset", "time from capture to sending"),
          entry("urn:3gpp:video-orientation", "how the camera is held"),
          entry(
              "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
              "a number across all sources, for transport-cc"),
          entry(GOOGLE + "abs-send-time", "when it was sent"),
          entry(GOOGLE + "abs-capture-time", "when it was captured"),
          entry(GOOGLE + "playout-delay", "how long to wait before showing it"),
          entry(GOOGLE + "video-content-type", "a camera's picture or a screen's"),
          entry(GOOGLE + "video-timing", "when each step of sending was done"),
          entry(GOOGLE + "color-space", "colour space"),
          entry(GOOGLE + "video-layers-allocation00", "bit rates of the versions"),
          entry(GOOGLE + "corruption-detection", "samples of the picture, to find defects"),
          entry(
              "https://aomediacodec.github.io/av1-rtp-spec/"
                  + "#dependency-descriptor-rtp-header-extension",
              "which pictures it depends on"));

  private final Paragraphs text;
  private final MediaDescription media;

  ExtensionsExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
  }

  void explain() {
    List<ExtmapAttribute> extensions = media.attributes(ExtmapAttribute.class);
    if (!extensions.isEmpty()) {
      text.line("each packet may carry:");
    }
    for (ExtmapAttribute extension : extensions) {
      text.detail(
          "%2d %s%s",
          extension.id(),
          meaning(extension),
          extension.direction().map(way -> ", " + words(way)).orElse(""));
    }
  }

  private static String meaning(ExtmapAttribute extension) {
    if (extension.uri().equals(ENCRYPT) && !extension.attributes().isEmpty()) {
      return meaning(extension.attributes().get(0)) + ", encrypted";
    }
    return meaning(extension.uri());
  }

  private static String meaning(String uri) {
    String words = MEANINGS.get(uri);
    return words == null ? uri : words + " (" + lastPart(uri) + ")";
  }

  private static String lastPart(String uri) {
    int start =
        Math.max(uri.lastIndexOf(':'), Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')));
    return uri.substring(start + 1);
  }

  private static String words(Direction direction) {
    return switch (direction) {
      case SENDRECV -> "both ways";
      case SENDONLY -> "only sent";
      case RECVONLY -> "only received";
      case INACTIVE -> "not for now";
    };
  }
}
