package io.webrtc4j;

/**
 * A session description, such as a connection has (W3C WebRTC §4.6.2).
 *
 * @param type what it is
 * @param sdp the description's text, lines ending in CRLF
 */
public record RTCSessionDescription(RTCSdpType type, String sdp) {
  /** A description from what came over the signalling channel. */
  public RTCSessionDescription(RTCSessionDescriptionInit init) {
    this(init.type(), init.sdp());
  }

  /** The dictionary to hand to another connection or to a signalling channel. */
  public RTCSessionDescriptionInit toJSON() {
    return new RTCSessionDescriptionInit(type, sdp);
  }
}
