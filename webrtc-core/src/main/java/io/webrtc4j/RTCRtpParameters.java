package io.webrtc4j;

import java.util.List;

/** What senders and receivers have in common (W3C WebRTC §5.2.3). None of it can be changed. */
public sealed interface RTCRtpParameters permits RTCRtpSendParameters, RTCRtpReceiveParameters {
  /** The negotiated RTP header extensions. */
  List<RTCRtpHeaderExtensionParameters> headerExtensions();

  /** How RTCP is used. */
  RTCRtcpParameters rtcp();

  /** The negotiated codecs, among them those for retransmission, RED and FEC. */
  List<RTCRtpCodecParameters> codecs();
}
