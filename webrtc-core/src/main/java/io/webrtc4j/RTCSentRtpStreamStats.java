package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/** What is known of a stream where it is sent (W3C Statistics). */
public sealed interface RTCSentRtpStreamStats extends RTCRtpStreamStats
    permits RTCOutboundRtpStreamStats, RTCRemoteOutboundRtpStreamStats {
  /** Packets sent, retransmissions included. */
  @Nullable Long packetsSent();

  /** Bytes of payload sent, retransmissions included. */
  @Nullable Long bytesSent();
}
