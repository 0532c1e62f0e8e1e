package io.webrtc4j.session;

/** How far the gathering of candidates is (W3C WebRTC §4.3.2). */
public enum GatheringState {
  NEW,
  GATHERING,
  COMPLETE
}
