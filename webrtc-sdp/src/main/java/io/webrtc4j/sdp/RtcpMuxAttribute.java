package io.webrtc4j.sdp;

import org.jspecify.annotations.Nullable;

/** {@code a=rtcp-mux}: RTP and RTCP share a port (RFC 5761 §5.1.1). */
public record RtcpMuxAttribute() implements Attribute {
  static final String NAME = "rtcp-mux";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable String value() {
    return null;
  }
}
