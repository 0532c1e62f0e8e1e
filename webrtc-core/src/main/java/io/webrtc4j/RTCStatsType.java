package io.webrtc4j;

/** Of what kind of object statistics are (W3C Statistics). */
public enum RTCStatsType {
  /** A codec: {@link RTCCodecStats}. */
  CODEC("codec"),

  /** A stream that is received: {@link RTCInboundRtpStreamStats}. */
  INBOUND_RTP("inbound-rtp"),

  /** A stream that is sent: {@link RTCOutboundRtpStreamStats}. */
  OUTBOUND_RTP("outbound-rtp"),

  /** How the peer receives a stream: {@link RTCRemoteInboundRtpStreamStats}. */
  REMOTE_INBOUND_RTP("remote-inbound-rtp"),

  /** How the peer sends a stream: {@link RTCRemoteOutboundRtpStreamStats}. */
  REMOTE_OUTBOUND_RTP("remote-outbound-rtp"),

  /** What makes the media that is encoded; not reported, since programs do that. */
  MEDIA_SOURCE("media-source"),

  /** What plays the media that was decoded; not reported, since programs do that. */
  MEDIA_PLAYOUT("media-playout"),

  /** The connection: {@link RTCPeerConnectionStats}. */
  PEER_CONNECTION("peer-connection"),

  /** A data channel: {@link RTCDataChannelStats}. */
  DATA_CHANNEL("data-channel"),

  /** A transport: {@link RTCTransportStats}. */
  TRANSPORT("transport"),

  /** A pair of candidates: {@link RTCIceCandidatePairStats}. */
  CANDIDATE_PAIR("candidate-pair"),

  /** A candidate of ours: {@link RTCIceCandidateStats}. */
  LOCAL_CANDIDATE("local-candidate"),

  /** A candidate of the peer's: {@link RTCIceCandidateStats}. */
  REMOTE_CANDIDATE("remote-candidate"),

  /** A certificate: {@link RTCCertificateStats}. */
  CERTIFICATE("certificate");

  private final String value;

  RTCStatsType(String value) {
    this.value = value;
  }

  /** The W3C's string for this value. */
  @Override
  public String toString() {
    return value;
  }
}
