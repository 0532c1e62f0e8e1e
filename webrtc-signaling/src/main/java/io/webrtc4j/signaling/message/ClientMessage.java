package io.webrtc4j.signaling.message;

import org.jspecify.annotations.Nullable;

/** What a client asks the server for. */
public sealed interface ClientMessage {

  /**
   * Enter a room.
   *
   * @param room the room's name; the room exists for as long as somebody is in it
   * @param name what the others are shown, or null for none
   */
  record Join(String room, @Nullable String name) implements ClientMessage {}

  /** Leave the room. */
  record Leave() implements ClientMessage {}

  /**
   * Carry a signal to another member of the room.
   *
   * @param to the other member's id
   */
  record Relay(String to, Signal signal) implements ClientMessage {}
}
