package io.webrtc4j;

import io.webrtc4j.jsep.media.Codec;
import io.webrtc4j.jsep.media.HeaderExtension;
import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.jsep.media.MediaKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs and header extensions of a connection, in the specification's terms. */
final class Capabilities {
  static final Capabilities DEFAULT = new Capabilities(MediaCapabilities.DEFAULT);

  private final MediaCapabilities media;

  Capabilities(MediaCapabilities media) {
    this.media = media;
  }

  MediaCapabilities media() {
    return media;
  }

  /** What can be sent or received of {@code kind}; null for what is no kind. */
  @Nullable RTCRtpCapabilities of(String kind) {
    return MediaKind.of(kind).map(this::of).orElse(null);
  }

  RTCRtpCapabilities of(MediaKind kind) {
    return new RTCRtpCapabilities(
        media.codecs(kind).stream().map(Capabilities::visible).distinct().toList(),
        media.extensions(kind).stream()
            .map(HeaderExtension::uri)
            .map(RTCRtpHeaderExtensionCapability::new)
            .toList());
  }

  /** Those of ours that the user's {@code codecs} name, in the user's order. */
  List<Codec> named(MediaKind kind, List<RTCRtpCodec> codecs) {
    return codecs.stream()
        .flatMap(
            wanted ->
                media.codecs(kind).stream()
                    .filter(ours -> CodecMatch.matches(visible(ours), wanted))
                    .limit(1))
        .toList();
  }

  static RTCRtpCodec visible(Codec codec) {
    return new RTCRtpCodec(
        codec.mimeType(),
        codec.clockRate(),
        codec.kind() == MediaKind.AUDIO ? (Integer) codec.channels() : null,
        codec.parameters().isEmpty() ? null : codec.parameters());
  }
}
