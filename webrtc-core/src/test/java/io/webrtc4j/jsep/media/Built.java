package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.ConnectionData;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MediaLine;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Sections for tests: built ones made whole, and ones from text. */
final class Built {
  static final SentMedia SENT =
      new SentMedia(List.of("stream"), "track", "cname", 1_000, OptionalLong.of(2_000), List.of());

  private Built() {}

  /** What the session level makes of a built part. */
  static MediaDescription section(MediaKind kind, Direction direction, BuiltMedia built) {
    List<Attribute> attributes = new ArrayList<>(built.attributes());
    attributes.add(new DirectionAttribute(direction));
    return MediaDescription.of(
        new MediaLine(
            kind.toString(), 9, OptionalInt.empty(), "UDP/TLS/RTP/SAVPF", built.formats()),
        ConnectionData.of("0.0.0.0"),
        attributes);
  }

  static MediaDescription offer(OfferedMedia media) {
    return section(
        media.kind(), media.direction(), MediaSections.offer(media, MediaNumbers.NONE, null, null));
  }

  /** Our answer to a peer's section, whose direction it has. */
  static MediaDescription answer(OfferedMedia media, MediaDescription offer) {
    BuiltMedia built = MediaSections.answer(media, offer, MediaNumbers.NONE).orElseThrow();
    Direction offered =
        offer
            .attribute(DirectionAttribute.class)
            .map(DirectionAttribute::direction)
            .orElse(Direction.SENDRECV);
    return section(media.kind(), offered.reversed().intersection(media.direction()), built);
  }

  static OfferedMedia media(MediaKind kind) {
    return OfferedMedia.of(kind, Direction.SENDRECV, MediaCapabilities.DEFAULT, SENT);
  }

  static OfferedMedia audio() {
    return media(MediaKind.AUDIO);
  }

  static OfferedMedia video() {
    return media(MediaKind.VIDEO);
  }

  /** A section of these formats and lines, each without {@code a=}. */
  static MediaDescription text(String media, String formats, String... attributes) {
    try {
      return parse(media, formats, attributes);
    } catch (SdpParseException e) {
      throw new AssertionError(String.join("\n", attributes), e);
    }
  }

  /** Whether the parser takes this line. */
  static boolean isReadable(String media, String line) {
    try {
      return parse(media, "96", line).attributes().size() == 1;
    } catch (SdpParseException unreadable) {
      return false;
    }
  }

  private static MediaDescription parse(String media, String formats, String... attributes)
      throws SdpParseException {
    StringBuilder text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n");
    text.append("m=").append(media).append(" 9 UDP/TLS/RTP/SAVPF ").append(formats).append("\r\n");
    for (String attribute : attributes) {
      text.append("a=").append(attribute).append("\r\n");
    }
    return SessionDescription.parse(text.toString()).media().get(0);
  }

  /** What the section's formats mean, without their numbers. */
  static List<String> codecs(MediaDescription section) {
    return Formats.of(section).stream().map(format -> CodecIdentity.of(format.codec())).toList();
  }

  /** The lines of these names, as they are written. */
  static List<String> lines(MediaDescription section, String... names) {
    Set<String> wanted = Set.of(names);
    return section.attributes().stream()
        .filter(attribute -> wanted.contains(attribute.name()))
        .map(Attribute::text)
        .toList();
  }

  static Set<Integer> extensionIds(MediaDescription section) {
    Set<Integer> ids = new LinkedHashSet<>();
    section.attributes(ExtmapAttribute.class).forEach(extmap -> ids.add(extmap.id()));
    return ids;
  }

  /** All that a section's formats and extensions tell of their writer. */
  static OfferedMedia capabilitiesOf(MediaDescription section) {
    MediaKind kind = MediaKind.of(section.media()).orElseThrow();
    List<Codec> codecs = new ArrayList<>();
    for (Format format : Formats.of(section)) {
      Codec codec = format.codec();
      Codec capability = format.associated().isEmpty() ? codec : codec.withParameters("");
      if (!codec.isRtx() || codecs.stream().noneMatch(Codec::isRtx)) {
        codecs.add(capability);
      }
    }
    List<HeaderExtension> extensions =
        section.attributes(ExtmapAttribute.class).stream()
            .map(
                extmap ->
                    new HeaderExtension(
                        kind, extmap.uri(), extmap.direction().orElse(Direction.SENDRECV)))
            .toList();
    return new OfferedMedia(
        kind, Direction.SENDRECV, codecs, false, extensions, SENT, List.of(), 1);
  }
}
