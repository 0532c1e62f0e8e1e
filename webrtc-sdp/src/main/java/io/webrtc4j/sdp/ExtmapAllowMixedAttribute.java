package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/**
 * {@code a=extmap-allow-mixed}: RTP header extensions of one and of two bytes may be mixed (RFC
 * 8285 §6).
 */
public record ExtmapAllowMixedAttribute() implements Attribute {
  static final String NAME = "extmap-allow-mixed";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
