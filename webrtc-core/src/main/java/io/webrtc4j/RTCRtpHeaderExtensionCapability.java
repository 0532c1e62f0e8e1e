package io.webrtc4j;

import java.util.Objects;

/**
 * An RTP header extension that can be negotiated (W3C WebRTC §5.2.13).
 *
 * @param uri what it is (RFC 8285)
 */
public record RTCRtpHeaderExtensionCapability(String uri) {
  /** The URI may not be null. */
  public RTCRtpHeaderExtensionCapability {
    Objects.requireNonNull(uri, "uri");
  }
}
