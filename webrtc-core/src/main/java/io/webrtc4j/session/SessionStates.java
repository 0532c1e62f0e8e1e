package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import java.util.Queue;

/** Keeps the states of the transports, and tells when the state of all together changes. */
final class SessionStates {
  private final Queue<SessionEvent> events;
  private IceState ice = IceState.NEW;
  private DtlsState dtls = DtlsState.NEW;
  private ConnectionState connection = ConnectionState.NEW;

  SessionStates(Queue<SessionEvent> events) {
    this.events = events;
  }

  void ice(IceState state, String reason) {
    ice = state;
    events.add(new SessionEvent.IceStateChanged(state, reason));
    update("ICE: " + reason);
  }

  void dtls(DtlsState state, String reason) {
    dtls = state;
    events.add(new SessionEvent.DtlsStateChanged(state));
    update(reason);
  }

  private void update(String reason) {
    ConnectionState now = ConnectionState.of(ice, dtls);
    if (now != connection) {
      connection = now;
      events.add(new SessionEvent.ConnectionStateChanged(now, reason));
    }
  }
}
