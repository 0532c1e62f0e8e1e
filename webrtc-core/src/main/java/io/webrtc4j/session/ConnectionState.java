package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import java.util.EnumSet;
import java.util.List;

/** The state of all transports together (W3C WebRTC §4.3.3). */
public enum ConnectionState {
  NEW,
  CONNECTING,
  CONNECTED,
  DISCONNECTED,
  FAILED,
  CLOSED;

  private static final EnumSet<DtlsState> IDLE = EnumSet.of(DtlsState.NEW, DtlsState.CLOSED);
  private static final EnumSet<DtlsState> DONE = EnumSet.of(DtlsState.CONNECTED, DtlsState.CLOSED);

  /** The state that follows from those of the transports, the first rule that applies. */
  public static ConnectionState of(List<TransportState> transports) {
    List<DtlsState> dtls = transports.stream().map(TransportState::dtls).toList();
    IceState ice = IceConnectionState.of(transports.stream().map(TransportState::ice).toList());
    if (ice == IceState.FAILED || dtls.contains(DtlsState.FAILED)) {
      return FAILED;
    }
    if (ice == IceState.DISCONNECTED) {
      return DISCONNECTED;
    }
    if (ice == IceState.NEW && IDLE.containsAll(dtls)) {
      return NEW;
    }
    // The text says "connected" alone; browsers take completed for connected, and mean it so.
    boolean iceUp = ice == IceState.CONNECTED || ice == IceState.COMPLETED;
    return iceUp && DONE.containsAll(dtls) ? CONNECTED : CONNECTING;
  }
}
