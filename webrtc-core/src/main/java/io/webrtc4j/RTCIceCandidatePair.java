package io.webrtc4j;

import java.util.Objects;

/**
 * A local and a remote candidate between which packets travel (W3C WebRTC §5.6.4).
 *
 * @param local ours
 * @param remote the peer's
 */
public record RTCIceCandidatePair(RTCIceCandidate local, RTCIceCandidate remote) {
  /** Neither may be null. */
  public RTCIceCandidatePair {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(remote, "remote");
  }
}
