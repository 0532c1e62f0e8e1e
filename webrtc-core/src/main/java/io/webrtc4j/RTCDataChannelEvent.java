package io.webrtc4j;

/**
 * The peer opened a data channel (W3C WebRTC §6.3).
 *
 * @param type the name of the event, {@code datachannel}
 * @param channel the channel; add its listeners before the callback returns and nothing is missed
 */
public record RTCDataChannelEvent(String type, RTCDataChannel channel) {
  RTCDataChannelEvent(RTCDataChannel channel) {
    this("datachannel", channel);
  }
}
