package io.webrtc4j.dtls;

/** What a {@link DtlsConnection} has to tell. Each of these comes at most once per connection. */
public sealed interface DtlsEvent {

  /**
   * The handshake is complete, and the peer owns the certificate that was expected.
   *
   * @param session what was agreed
   */
  record Connected(DtlsSession session) implements DtlsEvent {}

  /**
   * The connection has ended by an error; every later call does nothing.
   *
   * @param reason which step failed, what was expected and what came
   */
  record Failed(String reason) implements DtlsEvent {}

  /**
   * The peer has closed the connection (close_notify).
   *
   * @param reason in which state this came
   */
  record Closed(String reason) implements DtlsEvent {}
}
