package io.webrtc4j;

/** What an ICE component carries (W3C WebRTC §5.6.8). */
public enum RTCIceComponent {
  /** RTP, or all that is multiplexed with it; component 1. */
  RTP("rtp"),

  /** RTCP on its own; component 2. */
  RTCP("rtcp");

  private final String value;

  RTCIceComponent(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
