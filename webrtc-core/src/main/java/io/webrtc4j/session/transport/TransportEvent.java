package io.webrtc4j.session.transport;

import io.webrtc4j.dtls.DtlsSession;
import io.webrtc4j.ice.IceCandidate;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;

/** What happens on one of a peer's transports. */
public sealed interface TransportEvent {

  /** ICE changed its state; {@code reason} says why. */
  record IceStateChanged(IceState state, String reason) implements TransportEvent {}

  /** A conflict with the peer changed our role. */
  record IceRoleChanged(IceRole role) implements TransportEvent {}

  /** Data takes another way from now on. */
  record SelectedPairChanged(IceCandidate local, IceCandidate remote) implements TransportEvent {}

  /** After an ICE restart, ICE may do without some of its local addresses. */
  record LocalAddressesDropped() implements TransportEvent {}

  /** The DTLS handshake began. */
  record DtlsStarted() implements TransportEvent {}

  /** The DTLS handshake is done and the peer's certificate is the one it announced. */
  record DtlsConnected(DtlsSession session) implements TransportEvent {}

  /** DTLS failed for good. */
  record DtlsFailed(String reason) implements TransportEvent {}

  /** The peer ended DTLS. */
  record DtlsClosed(String reason) implements TransportEvent {}
}
