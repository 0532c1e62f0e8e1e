package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A local candidate to be sent to the peer (W3C WebRTC §4.8.2).
 *
 * @param type the name of the event
 * @param candidate the candidate; one whose string is empty marks the end of a generation, null the
 *     end of all gathering (this last one need not be sent)
 * @param url the STUN or TURN server that it was gathered from, or null; the same as the
 *     candidate's own {@code url()}
 */
public record RTCPeerConnectionIceEvent(
    String type, @Nullable RTCIceCandidate candidate, @Nullable String url) {
  RTCPeerConnectionIceEvent(@Nullable RTCIceCandidate candidate) {
    this("icecandidate", candidate, candidate == null ? null : candidate.url());
  }
}
