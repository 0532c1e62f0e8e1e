package io.webrtc4j;

import java.util.Objects;

/**
 * A negotiated RTP header extension (W3C WebRTC §5.2.9).
 *
 * @param uri what it is (RFC 8285)
 * @param id the number that tells it in packets
 * @param encrypted whether it is encrypted (RFC 6904)
 */
public record RTCRtpHeaderExtensionParameters(String uri, int id, boolean encrypted) {
  /** The number is an unsigned one of 16 bits. */
  public RTCRtpHeaderExtensionParameters {
    Objects.requireNonNull(uri, "uri");
    Idl.unsignedShort("id", id);
  }

  /** One that is not encrypted. */
  public RTCRtpHeaderExtensionParameters(String uri, int id) {
    this(uri, id, false);
  }
}
