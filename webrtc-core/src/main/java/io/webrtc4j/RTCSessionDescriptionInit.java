package io.webrtc4j;

import java.util.Objects;

/**
 * A session description to be applied (W3C WebRTC §4.6.2).
 *
 * @param type what it is
 * @param sdp the description's text; empty for a rollback
 */
public record RTCSessionDescriptionInit(RTCSdpType type, String sdp) {
  /** Neither part may be null. */
  public RTCSessionDescriptionInit {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(sdp, "sdp");
  }

  /** Without a text, for a rollback. */
  public RTCSessionDescriptionInit(RTCSdpType type) {
    this(type, "");
  }
}
