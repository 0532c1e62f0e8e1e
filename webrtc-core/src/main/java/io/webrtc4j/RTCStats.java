package io.webrtc4j;

/**
 * What is known of one object of a connection at one time (W3C WebRTC §8.6). Members that are null
 * were not measured, or do not apply.
 */
public sealed interface RTCStats
    permits RTCCertificateStats,
        RTCCodecStats,
        RTCDataChannelStats,
        RTCIceCandidatePairStats,
        RTCIceCandidateStats,
        RTCPeerConnectionStats,
        RTCRtpStreamStats,
        RTCTransportStats {
  /** Names the object in reports of this connection, always the same one. */
  String id();

  /** When this was so: milliseconds since 1970. */
  double timestamp();

  /** What kind of object it is. */
  RTCStatsType type();
}
