package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RtpmapAttribute;
import io.webrtc4j.sdp.RtxParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in plain words which codecs a media description has, the preferred ones first. */
final class CodecsExplanation {
  private static final String RETRANSMISSION = "rtx";

  /** The clock of all video, which says nothing. */
  private static final int VIDEO_CLOCK = 90_000;

  private final Paragraphs text;
  private final MediaDescription media;
  private final List<RtpmapAttribute> mappings;

  CodecsExplanation(Paragraphs text, MediaDescription media) {
    this.text = text;
    this.media = media;
    this.mappings = media.attributes(RtpmapAttribute.class);
  }

  void explain() {
    text.line("codecs, the preferred ones first:");
    for (String format : media.formats()) {
      Optional<RtpmapAttribute> mapping =
          mappings.stream()
              .filter(map -> format.equals(Integer.toString(map.payloadType())))
              .findFirst();
      if (mapping.isEmpty()) {
        text.detail("%3s, by its number alone (RFC 3551)", format);
      } else if (original(mapping.get()).filter(this::isThere).isEmpty()) {
        codec(mapping.get());
      }
    }
  }

  private void codec(RtpmapAttribute map) {
    List<String> parts = new ArrayList<>();
    parts.add(map.encodingName());
    if (map.clockRate() != VIDEO_CLOCK) {
      parts.add(map.clockRate() + " Hz");
    }
    map.channels().ifPresent(count -> parts.add(count == 1 ? "one channel" : count + " channels"));
    parameters(map.payloadType())
        .map(fmtp -> FormatWords.of(map.encodingName(), fmtp))
        .filter(words -> !words.isEmpty())
        .ifPresent(parts::add);
    mappings.stream()
        .filter(other -> original(other).filter(type -> type == map.payloadType()).isPresent())
        .forEach(other -> parts.add("lost packets again as " + other.payloadType()));
    text.detail("%3d %s", map.payloadType(), String.join(", ", parts));
  }

  /** What a format of retransmissions repeats. */
  private Optional<Integer> original(RtpmapAttribute map) {
    return map.is(RETRANSMISSION)
        ? parameters(map.payloadType())
            .flatMap(RtxParameters::of)
            .map(RtxParameters::associatedPayloadType)
        : Optional.empty();
  }

  private boolean isThere(int payloadType) {
    return mappings.stream().anyMatch(map -> map.payloadType() == payloadType)
        && media.formats().contains(Integer.toString(payloadType));
  }

  private Optional<FmtpAttribute> parameters(int payloadType) {
    return media.attributes(FmtpAttribute.class).stream()
        .filter(fmtp -> fmtp.format().equals(Integer.toString(payloadType)))
        .findFirst();
  }
}
