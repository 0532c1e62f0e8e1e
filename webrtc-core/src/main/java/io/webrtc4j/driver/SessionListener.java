package io.webrtc4j.driver;

import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionEvent;

/** Who hears of a session's events, on the session's event loop. */
public interface SessionListener {
  /** One event, in order. */
  void onEvent(SessionEvent event);

  /** A batch was sent: amounts that wait to be sent may have changed. */
  void onSent(PeerSession session);

  /** Whether messages may be delivered now; when they may again, {@link PeerDriver#wake}. */
  boolean acceptsMessages();

  /** It is over: the peer was told, and the sockets are closed. May come more than once. */
  void onEnd();
}
