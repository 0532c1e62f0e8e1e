package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/** {@code a=rtcp-rsize}: RTCP of reduced size may be sent (RFC 5506 §5). */
public record RtcpRsizeAttribute() implements Attribute {
  static final String NAME = "rtcp-rsize";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
