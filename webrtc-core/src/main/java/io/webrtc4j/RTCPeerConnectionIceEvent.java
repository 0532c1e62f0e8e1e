package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A local candidate to be sent to the peer (W3C WebRTC §4.8.2).
 *
 * @param candidate the candidate; one whose string is empty marks the end of a generation, null the
 *     end of all gathering (this last one need not be sent)
 */
public record RTCPeerConnectionIceEvent(@Nullable RTCIceCandidate candidate) {}
