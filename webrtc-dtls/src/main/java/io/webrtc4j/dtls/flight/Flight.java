package io.webrtc4j.dtls.flight;

import io.webrtc4j.dtls.handshake.HandshakeMessage;
import java.util.List;

/**
 * Messages that are sent together and sent again together (RFC 6347 §4.2.4).
 *
 * @param items in order
 */
public record Flight(List<Item> items) {

  /** A message or ChangeCipherSpec. */
  public sealed interface Item {}

  /**
   * A handshake message.
   *
   * @param epoch in which it is sent each time
   * @param message what
   */
  public record Message(int epoch, HandshakeMessage message) implements Item {}

  /** What follows is encrypted (RFC 5246 §7.1). Itself it is in the clear. */
  public record ChangeCipherSpec() implements Item {}
}
