package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/**
 * {@code a=sendrecv}, {@code a=sendonly}, {@code a=recvonly} or {@code a=inactive} (RFC 8866 §6.7).
 *
 * @param direction which of them
 */
public record DirectionAttribute(Direction direction) implements Attribute {
  @Override
  public String name() {
    return direction.toString();
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
