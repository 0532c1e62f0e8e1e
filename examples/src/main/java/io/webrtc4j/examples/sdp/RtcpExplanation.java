package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RtcpAttribute;
import io.webrtc4j.sdp.RtcpFbAttribute;
import io.webrtc4j.sdp.RtcpMuxAttribute;
import io.webrtc4j.sdp.RtcpRsizeAttribute;
import io.webrtc4j.sdp.RtcpXrAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in plain words what RTCP a media description wants, and where. */
final class RtcpExplanation {
  private final Paragraphs text;
  private final MediaDescription media;

  RtcpExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
  }

  /** Which way it goes. */
  void transport() {
    if (media.has(RtcpMuxAttribute.class)) {
      text.line("RTP and RTCP share a port");
    } else {
      media
          .attribute(RtcpAttribute.class)
          .ifPresent(rtcp -> text.line("RTCP at port %d", rtcp.port()));
    }
    if (media.has(RtcpRsizeAttribute.class)) {
      text.line("RTCP may leave out its reports, to be short");
    }
    media
        .attribute(RtcpXrAttribute.class)
        .ifPresent(
            reports ->
                text.line("wants extended reports: %s", String.join(", ", reports.formats())));
  }

  /** What is to be told of the codecs, together for those that have the same. */
  void feedback() {
    Map<String, List<String>> formats = new LinkedHashMap<>();
    for (RtcpFbAttribute feedback : media.attributes(RtcpFbAttribute.class)) {
      String kind = feedback.feedback() + feedback.parameter().map(p -> " " + p).orElse("");
      formats.computeIfAbsent(kind, key -> new ArrayList<>()).add(feedback.format());
    }
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    formats.forEach(
        (kind, all) -> kinds.computeIfAbsent(codecs(all), key -> new ArrayList<>()).add(kind));
    kinds.forEach(
        (codecs, all) -> {
          text.line("of %s it wants to be told:", codecs);
          all.forEach(kind -> text.detail("%s", meaning(kind)));
        });
  }

  private static String codecs(List<String> formats) {
    return formats.contains(RtcpFbAttribute.ALL) ? "all codecs" : String.join(" ", formats);
  }

  private static String meaning(String kind) {
    return switch (kind) {
      case "nack" -> "which packets are lost (nack)";
      case "nack pli" -> "that a picture can't be decoded (nack pli)";
      case "ccm fir" -> "that a whole picture is needed (ccm fir)";
      case "ccm tmmbr" -> "the greatest bit rate to send (ccm tmmbr)";
      case "goog-remb" -> "the receiver's estimate of the bit rate (goog-remb)";
      case "transport-cc" -> "when each packet arrived (transport-cc)";
      case "ack ccfb" -> "when each packet arrived, by RFC 8888 (ack ccfb)";
      default -> kind;
    };
  }
}
