package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;

/** The state of one transport. */
public record TransportState(IceState ice, DtlsState dtls) {
  /** Before anything happened. */
  public static final TransportState NEW = new TransportState(IceState.NEW, DtlsState.NEW);
}
