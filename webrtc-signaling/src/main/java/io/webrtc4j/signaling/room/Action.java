package io.webrtc4j.signaling.room;

import io.webrtc4j.signaling.message.ServerMessage;

/** What a {@link Lobby} wants done on the network. */
public sealed interface Action {
  /** The connection that it concerns, as {@link Lobby#connect} numbered it. */
  long connection();

  /** Send a message. */
  record Send(long connection, ServerMessage message) implements Action {}

  /** Send a WebSocket ping. */
  record Ping(long connection) implements Action {}

  /** Close the connection; the lobby has forgotten it. */
  record Close(long connection, CloseReason reason) implements Action {}
}
