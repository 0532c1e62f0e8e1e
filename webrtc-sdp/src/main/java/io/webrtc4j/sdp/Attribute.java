package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/**
 * An {@code a=} line (RFC 8866 §5.13). Attributes that this library knows are records named after
 * them; all others are an {@link UnknownAttribute}.
 */
public non-sealed interface Attribute extends Line {
  /** What stands between {@code a=} and the colon, or the end of the line if there is none. */
  String name();

  /** What stands behind the colon, or null for an attribute without one, such as a flag. */
  @Nullable String value();

  @Override
  default char type() {
    return 'a';
  }

  /** Name and value as they stand behind {@code a=}. */
  @Override
  default String text() {
    String value = value();
    return value == null ? name() : name() + ":" + value;
  }
}
