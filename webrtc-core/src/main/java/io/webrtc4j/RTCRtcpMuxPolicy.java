package io.webrtc4j;

/** Whether RTCP travels with RTP (W3C WebRTC §4.2.5). */
public enum RTCRtcpMuxPolicy {
  /** Always; negotiation with a peer that cannot do so fails. */
  REQUIRE("require");

  private final String value;

  RTCRtcpMuxPolicy(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
