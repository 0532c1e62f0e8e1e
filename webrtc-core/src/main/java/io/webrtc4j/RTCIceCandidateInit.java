package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as it crosses the signalling channel (W3C WebRTC §4.8.1.4).
 *
 * @param candidate the {@code candidate-attribute} of RFC 8839 §5.1, or empty for the end of
 *     candidates
 * @param sdpMid the media section's {@code a=mid}, or null
 * @param sdpMLineIndex the media section's index from 0, or null
 * @param usernameFragment the ICE generation that it belongs to, or null for the current one
 */
public record RTCIceCandidateInit(
    String candidate,
    @Nullable String sdpMid,
    @Nullable Integer sdpMLineIndex,
    @Nullable String usernameFragment) {
  /** The index is an unsigned number of 16 bits. */
  public RTCIceCandidateInit {
    Objects.requireNonNull(candidate, "candidate");
    Idl.unsignedShort("sdpMLineIndex", sdpMLineIndex);
  }

  /** A candidate of the media section {@code sdpMid}. */
  public RTCIceCandidateInit(String candidate, @Nullable String sdpMid) {
    this(candidate, sdpMid, null, null);
  }
}
