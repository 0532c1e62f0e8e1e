package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/** What is known of a stream where it is received (W3C Statistics). */
public sealed interface RTCReceivedRtpStreamStats extends RTCRtpStreamStats
    permits RTCInboundRtpStreamStats, RTCRemoteInboundRtpStreamStats {
  /** Packets received, retransmissions included. */
  @Nullable Long packetsReceived();

  /** Of these, those marked ECT(1). */
  @Nullable Long packetsReceivedWithEct1();

  /** Of these, those marked CE. */
  @Nullable Long packetsReceivedWithCe();

  /** Packets that feedback of RFC 8888 reported as lost. */
  @Nullable Long packetsReportedAsLost();

  /** Of these, those that later feedback reported as received. */
  @Nullable Long packetsReportedAsLostButRecovered();

  /** Packets that were expected and did not come; below zero if more came. */
  @Nullable Long packetsLost();

  /** Variation between arrivals (RFC 3550 §6.4.1), in seconds. */
  @Nullable Double jitter();
}
