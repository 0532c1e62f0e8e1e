package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RidAttribute;
import io.webrtc4j.sdp.SimulcastAttribute;
import io.webrtc4j.sdp.SimulcastAttribute.Stream;
import io.webrtc4j.sdp.SimulcastAttribute.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which versions a section sends or receives (RFC 8851, RFC 8853). */
final class Rids {
  private Rids() {}

  /**
   * A version that {@code a=simulcast} lists.
   *
   * @param line its {@code a=rid} line
   * @param paused whether it begins paused
   */
  record Version(RidAttribute line, boolean paused) {}

  /**
   * The versions that {@code a=simulcast} lists, in its order: of alternatives the first, and each
   * name once (WebRTC §4.4.1.5). Those without a line of their own, or with one for the other way,
   * are left out.
   *
   * @param send whether those that the section's writer sends, or else those it receives
   */
  static Map<String, Version> simulcast(MediaDescription section, boolean send) {
    Map<String, RidAttribute> lines = lines(section, send);
    Map<String, Version> versions = new LinkedHashMap<>();
    for (List<Stream> alternatives : streams(section, send)) {
      Stream first = alternatives.get(0);
      RidAttribute line = lines.get(first.rid());
      if (line != null) {
        versions.putIfAbsent(first.rid(), new Version(line, first.paused()));
      }
    }
    return versions;
  }

  /** The same as {@link Encoding}s. */
  static List<Encoding> encodings(MediaDescription section, boolean send) {
    return simulcast(section, send).values().stream()
        .map(version -> new Encoding(version.line().id(), !version.paused()))
        .toList();
  }

  /** The {@code a=rid} lines of one way by name; of several with one name the first. */
  private static Map<String, RidAttribute> lines(MediaDescription section, boolean send) {
    Map<String, RidAttribute> lines = new LinkedHashMap<>();
    for (RidAttribute line : section.attributes(RidAttribute.class)) {
      if (line.send() == send) {
        lines.putIfAbsent(line.id(), line);
      }
    }
    return lines;
  }

  private static List<List<Stream>> streams(MediaDescription section, boolean send) {
    return section.attribute(SimulcastAttribute.class).stream()
        .flatMap(simulcast -> simulcast.directions().stream())
        .filter(streams -> streams.send() == send)
        .map(Streams::streams)
        .flatMap(List::stream)
        .toList();
  }
}
