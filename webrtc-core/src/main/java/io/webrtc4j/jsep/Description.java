package io.webrtc4j.jsep;

import io.webrtc4j.sdp.SessionDescription;

/**
 * A description with its type.
 *
 * @param type not a rollback
 * @param session what it says
 */
public record Description(SdpType type, SessionDescription session) {
  /** Its text. */
  public String text() {
    return session.write();
  }

  Description with(SessionDescription changed) {
    return new Description(type, changed);
  }
}
