package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;

/** The state of all transports together (W3C WebRTC §4.3.3). */
public enum ConnectionState {
  NEW,
  CONNECTING,
  CONNECTED,
  DISCONNECTED,
  FAILED,
  CLOSED;

  /** The state that follows from those of ICE and DTLS, the first rule that applies. */
  static ConnectionState of(IceState ice, DtlsState dtls) {
    if (ice == IceState.FAILED || dtls == DtlsState.FAILED) {
      return FAILED;
    }
    if (ice == IceState.DISCONNECTED) {
      return DISCONNECTED;
    }
    if ((ice == IceState.NEW || ice == IceState.CLOSED)
        && (dtls == DtlsState.NEW || dtls == DtlsState.CLOSED)) {
      return NEW;
    }
    boolean iceUp = ice == IceState.CONNECTED || ice == IceState.COMPLETED;
    boolean dtlsUp = dtls == DtlsState.CONNECTED || dtls == DtlsState.CLOSED;
    return iceUp && dtlsUp ? CONNECTED : CONNECTING;
  }
}
