package io.webrtc4j;

import java.util.Objects;

/**
 * A message came in on a data channel: text or binary, as the peer sent it (W3C WebRTC §6.2).
 *
 * <p>A binary message's array is handed over and belongs to the listeners.
 */
public final class MessageEvent {
  private final Object data;

  MessageEvent(Object data) {
    this.data = Objects.requireNonNull(data);
  }

  /** {@code message}. */
  public String type() {
    return "message";
  }

  /** A {@code String} for text, a {@code byte[]} for binary. */
  public Object data() {
    return data;
  }

  /** Whether it is a text message. */
  public boolean isText() {
    return data instanceof String;
  }

  /**
   * The text.
   *
   * @throws IllegalStateException if the message is binary
   */
  public String text() {
    if (data instanceof String text) {
      return text;
    }
    throw new IllegalStateException("the message is binary: ask isText() first, or use bytes()");
  }

  /**
   * The bytes.
   *
   * @throws IllegalStateException if the message is text
   */
  public byte[] bytes() {
    if (data instanceof byte[] bytes) {
      return bytes;
    }
    throw new IllegalStateException("the message is text: ask isText() first, or use text()");
  }
}
