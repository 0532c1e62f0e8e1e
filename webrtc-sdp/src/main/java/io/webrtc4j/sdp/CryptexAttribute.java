package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/** {@code a=cryptex}: header extensions and CSRCs may come encrypted (RFC 9335 §4). */
public record CryptexAttribute() implements Attribute {
  static final String NAME = "cryptex";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
