package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A local description to be applied, whose parts may be left to the connection (W3C WebRTC §4.6.2).
 *
 * @param type what it is, or null for what the signalling state asks for
 * @param sdp the text of the last created offer or answer, or null or empty to have one created
 */
public record RTCLocalSessionDescriptionInit(@Nullable RTCSdpType type, @Nullable String sdp) {}
