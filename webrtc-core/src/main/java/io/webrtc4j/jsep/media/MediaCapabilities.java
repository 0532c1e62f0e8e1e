package io.webrtc4j.jsep.media;

import java.util.List;

/**
 * What a peer can do with media, in order of preference.
 *
 * @param codecs of audio and video
 * @param extensions of audio and video; those that are switched off are {@code INACTIVE}
 */
public record MediaCapabilities(List<Codec> codecs, List<HeaderExtension> extensions) {
  /** What browsers can do, so that any of them finds its favourite. */
  public static final MediaCapabilities DEFAULT =
      new MediaCapabilities(DefaultCapabilities.codecs(), DefaultCapabilities.extensions());

  /** Capabilities by their fields. */
  public MediaCapabilities {
    codecs = List.copyOf(codecs);
    extensions = List.copyOf(extensions);
  }

  /** The codecs of one kind. */
  public List<Codec> codecs(MediaKind kind) {
    return codecs.stream().filter(codec -> codec.kind() == kind).toList();
  }

  /** The header extensions of one kind. */
  public List<HeaderExtension> extensions(MediaKind kind) {
    return extensions.stream().filter(extension -> extension.kind() == kind).toList();
  }
}
