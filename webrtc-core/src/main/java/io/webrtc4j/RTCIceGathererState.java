package io.webrtc4j;

/** How far the gathering of one transport's candidates is (W3C WebRTC §5.6.5). */
public enum RTCIceGathererState {
  /** Not begun. */
  NEW("new"),

  /** Under way. */
  GATHERING("gathering"),

  /** Done, and the end of candidates was told. */
  COMPLETE("complete");

  private final String value;

  RTCIceGathererState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
