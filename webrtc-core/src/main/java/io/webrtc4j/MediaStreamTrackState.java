package io.webrtc4j;

/** Whether a track may still have media (W3C Media Capture and Streams §4.3.3). */
public enum MediaStreamTrackState {
  /** Its source is there, muted or not. */
  LIVE("live"),

  /** No media will come any more. */
  ENDED("ended");

  private final String value;

  MediaStreamTrackState(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
