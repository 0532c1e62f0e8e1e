package io.webrtc4j.dtls;

/** The life of a connection, in the words of the W3C's {@code RTCDtlsTransportState}. */
public enum DtlsState {
  /** Not started: packets are dropped. */
  NEW,
  /** The handshake is under way. */
  CONNECTING,
  /** The peer has proven that it owns the certificate that was expected; data flows. */
  CONNECTED,
  /** One of the two sides closed it. */
  CLOSED,
  /** It ended by an error; a {@link DtlsEvent.Failed} says which. */
  FAILED
}
