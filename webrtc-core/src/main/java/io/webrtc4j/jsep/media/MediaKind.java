package io.webrtc4j.jsep.media;

import java.util.Optional;

/** What a media section carries, of that which has codecs. */
public enum MediaKind {
  /** Sound. */
  AUDIO("audio"),
  /** Pictures. */
  VIDEO("video");

  private final String text;

  MediaKind(String text) {
    this.text = text;
  }

  /** The kind of an {@code m=} line's media; empty for data and all else. */
  public static Optional<MediaKind> of(String media) {
    for (MediaKind kind : values()) {
      if (kind.text.equals(media)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** {@code audio} or {@code video}. */
  @Override
  public String toString() {
    return text;
  }
}
