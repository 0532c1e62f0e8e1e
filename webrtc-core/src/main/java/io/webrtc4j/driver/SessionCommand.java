package io.webrtc4j.driver;

import io.webrtc4j.session.PeerSession;

/** Something to do with a session, on its event loop. */
@FunctionalInterface
public interface SessionCommand {
  /** Does it, at {@code now} nanoseconds since the session was made. */
  void run(PeerSession session, long now);
}
