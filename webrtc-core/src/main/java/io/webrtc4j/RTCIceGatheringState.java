package io.webrtc4j;

/** How far the gathering of local candidates is (W3C WebRTC §4.3.2). */
public enum RTCIceGatheringState {
  /** Not begun. */
  NEW("new"),

  /** Under way. */
  GATHERING("gathering"),

  /** Done. */
  COMPLETE("complete");

  private final String value;

  RTCIceGatheringState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
