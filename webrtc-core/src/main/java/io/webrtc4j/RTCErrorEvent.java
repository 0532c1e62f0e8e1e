package io.webrtc4j;

/**
 * Something failed after it had worked (W3C WebRTC §11.3.1).
 *
 * @param error what failed
 */
public record RTCErrorEvent(RTCException error) {}
