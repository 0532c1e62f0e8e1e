package io.webrtc4j.session.transport;

import io.webrtc4j.ice.IceState;
import io.webrtc4j.sctp.DataChannelEvent;

/** What happens on a peer's transports. */
public sealed interface TransportEvent {

  /** ICE changed its state; {@code reason} says why. */
  record IceStateChanged(IceState state, String reason) implements TransportEvent {}

  /** The DTLS handshake began. */
  record DtlsStarted() implements TransportEvent {}

  /** The DTLS handshake is done and the peer's certificate is the one it announced. */
  record DtlsConnected() implements TransportEvent {}

  /** DTLS failed for good. */
  record DtlsFailed(String reason) implements TransportEvent {}

  /** The peer ended DTLS. */
  record DtlsClosed(String reason) implements TransportEvent {}

  /** Something happened to a data channel, or to the association that carries them. */
  record Data(DataChannelEvent event) implements TransportEvent {}
}
