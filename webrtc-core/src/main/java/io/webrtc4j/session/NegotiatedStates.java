package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import java.util.List;
import java.util.Queue;

/** Keeps the states of the transports, and tells when the state of all together changes. */
final class NegotiatedStates {
  private final Queue<NegotiatedEvent> events;
  private IceState ice = IceState.NEW;
  private DtlsState dtls = DtlsState.NEW;
  private ConnectionState connection = ConnectionState.NEW;

  NegotiatedStates(Queue<NegotiatedEvent> events) {
    this.events = events;
  }

  void ice(IceState state, String reason) {
    ice = state;
    events.add(new NegotiatedEvent.IceStateChanged(state, reason));
    update("ICE: " + reason);
  }

  void dtls(DtlsState state, String reason) {
    dtls = state;
    events.add(new NegotiatedEvent.DtlsStateChanged(state));
    update(reason);
  }

  private void update(String reason) {
    ConnectionState now = ConnectionState.of(List.of(new TransportState(ice, dtls)));
    if (now != connection) {
      connection = now;
      events.add(new NegotiatedEvent.ConnectionStateChanged(now, reason));
    }
  }
}
