package io.webrtc4j;

import io.webrtc4j.jsep.RemoteCandidate;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;

/** Reads the candidates that the user passes on from the peer. */
final class RemoteCandidates {
  private RemoteCandidates() {}

  static RemoteCandidate parse(RTCIceCandidateInit init) throws NegotiationException {
    CandidateAttribute parsed = null;
    if (!init.candidate().isEmpty()) {
      try {
        parsed = CandidateAttribute.parse(init.candidate());
      } catch (SdpParseException e) {
        throw new NegotiationException(
            NegotiationException.Kind.OPERATION, "the candidate is malformed: " + e.getMessage());
      }
    }
    return new RemoteCandidate(
        parsed, init.sdpMid(), init.sdpMLineIndex(), init.usernameFragment());
  }
}
