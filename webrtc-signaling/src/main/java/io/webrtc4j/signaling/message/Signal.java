package io.webrtc4j.signaling.message;

import org.jspecify.annotations.Nullable;

/** What two members of a room tell each other; the server reads no more of it than its shape. */
public sealed interface Signal {

  /** A session description that offers (RFC 9429). */
  record Offer(String sdp) implements Signal {}

  /** A session description that answers. */
  record Answer(String sdp) implements Signal {}

  /**
   * A trickled ICE candidate (RFC 8840).
   *
   * @param candidate null when there are no more
   */
  record Candidate(@Nullable IceCandidate candidate) implements Signal {}

  /**
   * The W3C's {@code RTCIceCandidateInit}.
   *
   * @param candidate the candidate attribute's value; empty at the end of one generation
   */
  record IceCandidate(
      String candidate,
      @Nullable String sdpMid,
      @Nullable Integer sdpMLineIndex,
      @Nullable String usernameFragment) {}
}
