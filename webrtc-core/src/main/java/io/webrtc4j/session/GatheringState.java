package io.webrtc4j.session;

import java.util.List;

/** How far the gathering of candidates is (W3C WebRTC §4.3.2). */
public enum GatheringState {
  NEW,
  GATHERING,
  COMPLETE;

  /** The state of all transports together. */
  public static GatheringState of(List<GatheringState> transports) {
    if (transports.contains(GATHERING)) {
      return GATHERING;
    }
    return transports.isEmpty() || transports.contains(NEW) ? NEW : COMPLETE;
  }
}
