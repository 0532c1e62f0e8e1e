package io.webrtc4j;

/** What is gathered and negotiated for a peer that does not bundle (W3C WebRTC §4.2.4). */
public enum RTCBundlePolicy {
  /** One transport for each kind in use: audio, video and data. */
  BALANCED("balanced"),

  /** A transport for each media section. */
  MAX_COMPAT("max-compat"),

  /** One transport for all; a peer that does not bundle gets one media section. */
  MAX_BUNDLE("max-bundle");

  private final String value;

  RTCBundlePolicy(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
