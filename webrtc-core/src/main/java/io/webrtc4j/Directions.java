package io.webrtc4j;

import io.webrtc4j.sdp.Direction;

/** Translates between the directions of descriptions and those of the API. */
final class Directions {
  private Directions() {}

  static RTCRtpTransceiverDirection visible(Direction direction) {
    return RTCRtpTransceiverDirection.valueOf(direction.name());
  }

  static Direction engine(RTCRtpTransceiverDirection direction) {
    return Direction.valueOf(direction.name());
  }
}
