package io.webrtc4j;

/** How parameters are to be set: nothing to choose so far (W3C WebRTC §5.2.14). */
public record RTCSetParameterOptions() {}
