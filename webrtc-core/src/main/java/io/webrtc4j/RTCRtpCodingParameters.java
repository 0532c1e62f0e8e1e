package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/** What all encodings have (W3C WebRTC §5.2.6). */
public sealed interface RTCRtpCodingParameters permits RTCRtpEncodingParameters {
  /**
   * The name by which the encoding's packets are told apart (RFC 8852), or null. It can be chosen
   * when the transceiver is added, and not be changed then.
   */
  @Nullable String rid();
}
