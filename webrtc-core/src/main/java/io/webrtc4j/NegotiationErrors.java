package io.webrtc4j;

import io.webrtc4j.jsep.media.NegotiationException;

/** Translates the errors of offer and answer into those that the specification names. */
final class NegotiationErrors {
  private NegotiationErrors() {}

  static RTCException of(NegotiationException e) {
    return new RTCException(e.kind().errorName(), String.valueOf(e.getMessage()));
  }
}
