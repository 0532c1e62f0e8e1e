package io.webrtc4j.signaling.message;

/** Why a message was not carried out; {@link #toString()} is the word on the wire. */
public enum ErrorCode {
  /** Not JSON, not an object, or not as the format says. */
  BAD_MESSAGE("bad-message"),
  /** The client is in a room already. */
  ALREADY_JOINED("already-joined"),
  /** The client is in no room. */
  NOT_JOINED("not-joined"),
  /** The room has as many members as a room may have. */
  ROOM_FULL("room-full"),
  /** The server has as many rooms as it may have. */
  TOO_MANY_ROOMS("too-many-rooms"),
  /** The member to whom a signal was addressed is not in the room. */
  UNKNOWN_MEMBER("unknown-member"),
  /** More messages in a short time than the server takes; the connection is closed. */
  RATE_EXCEEDED("rate-exceeded");

  private final String word;

  ErrorCode(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
