package io.webrtc4j.jsep;

import io.webrtc4j.sdp.MediaDescription;

/** What a section of an offer is to be. */
sealed interface PlannedSection {
  /** Its tag. */
  String mid();

  /** A transceiver's. */
  record Media(String mid, int transceiver) implements PlannedSection {}

  /** That of data channels. */
  record Data(String mid) implements PlannedSection {}

  /** Nobody's: a place that is kept (RFC 3264 §8). */
  record Rejected(String mid, MediaDescription like) implements PlannedSection {}

  /** Whether it is anybody's. */
  default boolean isLive() {
    return !(this instanceof Rejected);
  }
}
