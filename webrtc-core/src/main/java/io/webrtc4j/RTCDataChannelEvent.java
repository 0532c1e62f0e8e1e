package io.webrtc4j;

/**
 * The peer opened a data channel (W3C WebRTC §6.3).
 *
 * @param channel the channel; add its listeners before the callback returns and nothing is missed
 */
public record RTCDataChannelEvent(RTCDataChannel channel) {}
