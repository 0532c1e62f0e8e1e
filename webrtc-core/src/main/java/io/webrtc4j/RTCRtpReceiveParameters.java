package io.webrtc4j;

import java.util.List;
import java.util.Objects;

/**
 * How a receiver receives (W3C WebRTC §5.2.5).
 *
 * @param headerExtensions the negotiated RTP header extensions
 * @param rtcp how RTCP is used
 * @param codecs the codecs that the peer may send
 */
public record RTCRtpReceiveParameters(
    List<RTCRtpHeaderExtensionParameters> headerExtensions,
    RTCRtcpParameters rtcp,
    List<RTCRtpCodecParameters> codecs)
    implements RTCRtpParameters {
  /** Copies the lists. */
  public RTCRtpReceiveParameters {
    headerExtensions = List.copyOf(headerExtensions);
    Objects.requireNonNull(rtcp, "rtcp");
    codecs = List.copyOf(codecs);
  }
}
