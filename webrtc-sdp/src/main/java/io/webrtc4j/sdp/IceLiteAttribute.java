package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/** {@code a=ice-lite}: the sender is an ICE lite agent (RFC 8839 §5.3). At session level. */
public record IceLiteAttribute() implements Attribute {
  static final String NAME = "ice-lite";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
