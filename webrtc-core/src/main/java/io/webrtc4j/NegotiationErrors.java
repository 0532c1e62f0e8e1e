package io.webrtc4j;

import io.webrtc4j.jsep.media.NegotiationException;

/** Translates the errors of offer and answer into those that the specification names. */
final class NegotiationErrors {
  private NegotiationErrors() {}

  static RTCException of(NegotiationException e) {
    String message = String.valueOf(e.getMessage());
    return e.line().isPresent()
        ? new RTCError(
            RTCErrorInit.builder(RTCErrorDetailType.SDP_SYNTAX_ERROR)
                .sdpLineNumber(e.line().getAsInt())
                .build(),
            message)
        : new RTCException(e.kind().errorName(), message);
  }
}
