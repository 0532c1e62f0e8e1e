package io.webrtc4j;

import java.util.List;

/**
 * What can be sent or received (W3C WebRTC §5.2.12).
 *
 * @param codecs the codecs, among them one entry each for retransmission, RED and FEC
 * @param headerExtensions the RTP header extensions
 */
public record RTCRtpCapabilities(
    List<RTCRtpCodec> codecs, List<RTCRtpHeaderExtensionCapability> headerExtensions) {
  /** Copies the lists. */
  public RTCRtpCapabilities {
    codecs = List.copyOf(codecs);
    headerExtensions = List.copyOf(headerExtensions);
  }
}
