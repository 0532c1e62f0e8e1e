package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/** {@code a=end-of-candidates}: no more candidates will follow (RFC 8840 §8.1). */
public record EndOfCandidatesAttribute() implements Attribute {
  static final String NAME = "end-of-candidates";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
