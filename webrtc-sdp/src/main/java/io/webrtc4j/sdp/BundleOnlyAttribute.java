package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/** {@code a=bundle-only}: the media is rejected unless it is bundled (RFC 9143 §6). */
public record BundleOnlyAttribute() implements Attribute {
  static final String NAME = "bundle-only";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
