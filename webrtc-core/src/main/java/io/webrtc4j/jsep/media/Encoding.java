package io.webrtc4j.jsep.media;

import org.jspecify.annotations.Nullable;

/**
 * One version of a medium that is sent: a layer of simulcast, or the only one.
 *
 * @param rid its name (RFC 8851); null for the only one where it has none
 * @param active whether it is sent from the start; otherwise {@code ~} stands before it (RFC 8853
 *     §5.1)
 */
public record Encoding(@Nullable String rid, boolean active) {
  /** The only version, without a name. */
  public static final Encoding UNNAMED = new Encoding(null, true);
}
