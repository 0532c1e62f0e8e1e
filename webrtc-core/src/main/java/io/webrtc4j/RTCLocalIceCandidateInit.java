package io.webrtc4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with what only its own side knows (W3C WebRTC §4.8.1.5).
 *
 * @param candidate the {@code candidate-attribute} of RFC 8839 §5.1, or empty for the end of
 *     candidates
 * @param sdpMid the media section's {@code a=mid}, or null
 * @param sdpMLineIndex the media section's index from 0, or null
 * @param usernameFragment the ICE generation that it belongs to, or null for the current one
 * @param relayProtocol how the TURN server that relays is reached, or null
 * @param url the STUN or TURN server that it comes from, or null
 */
public record RTCLocalIceCandidateInit(
    String candidate,
    @Nullable String sdpMid,
    @Nullable Integer sdpMLineIndex,
    @Nullable String usernameFragment,
    @Nullable RTCIceServerTransportProtocol relayProtocol,
    @Nullable String url) {
  /** The index is an unsigned number of 16 bits. */
  public RTCLocalIceCandidateInit {
    Objects.requireNonNull(candidate, "candidate");
    Idl.unsignedShort("sdpMLineIndex", sdpMLineIndex);
  }

  /** A candidate from no server. */
  public RTCLocalIceCandidateInit(RTCIceCandidateInit init) {
    this(init, null, null);
  }

  /** A candidate from a server. */
  public RTCLocalIceCandidateInit(
      RTCIceCandidateInit init,
      @Nullable RTCIceServerTransportProtocol relayProtocol,
      @Nullable String url) {
    this(
        init.candidate(),
        init.sdpMid(),
        init.sdpMLineIndex(),
        init.usernameFragment(),
        relayProtocol,
        url);
  }
}
