package io.webrtc4j.signaling.room;

/** Why the server closes a connection: a close code of RFC 6455 §7.4.1 and a few words. */
public enum CloseReason {
  /** The server stops. */
  SHUTTING_DOWN(1001, "the server is shutting down"),
  /** Nothing was heard for too long, pings included. */
  NO_ANSWER_TO_PING(1001, "no answer to ping"),
  /** What came is not as RFC 6455 says. */
  PROTOCOL_ERROR(1002, "not as RFC 6455 says"),
  /** A binary message came. */
  BINARY_MESSAGE(1003, "only text messages are understood"),
  /** A text message was not in UTF-8. */
  NOT_UTF_8(1007, "the text is not in UTF-8"),
  /** More frames in a short time than the limits allow. */
  RATE_EXCEEDED(1008, "too many messages in a short time"),
  /** A message above the size limit came. */
  MESSAGE_TOO_BIG(1009, "the message is too big");

  private final int code;
  private final String text;

  CloseReason(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /** The close code. */
  public int code() {
    return code;
  }

  /** The reason phrase, in ASCII and short enough for a close frame. */
  public String text() {
    return text;
  }
}
