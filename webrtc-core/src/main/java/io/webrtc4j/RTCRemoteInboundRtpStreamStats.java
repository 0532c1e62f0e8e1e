package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * How the peer receives a stream of ours, by its receiver reports (W3C Statistics, {@code remote-
 * inbound-rtp}); of the time when the last one came.
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param ssrc the source
 * @param kind {@code audio} or {@code video}
 * @param transportId the {@link RTCTransportStats} that it goes over
 * @param codecId the {@link RTCCodecStats} that it is encoded with
 * @param packetsReceived packets received, retransmissions included
 * @param packetsReceivedWithEct1 of these, those marked ECT(1)
 * @param packetsReceivedWithCe of these, those marked CE
 * @param packetsReportedAsLost packets that feedback of RFC 8888 reported as lost
 * @param packetsReportedAsLostButRecovered of these, those that later feedback reported as received
 * @param packetsLost packets that were expected and did not come; below zero if more came
 * @param jitter variation between arrivals (RFC 3550 §6.4.1), in seconds
 * @param localId the {@link RTCOutboundRtpStreamStats} of the same stream
 * @param roundTripTime the last round trip time, in seconds
 * @param totalRoundTripTime all of them added up, in seconds
 * @param fractionLost the share of packets lost lately, from 0 to 1
 * @param roundTripTimeMeasurements how many round trip times there were
 * @param packetsWithBleachedEct1Marking packets that lost their mark ECT(1) on the way
 */
public record RTCRemoteInboundRtpStreamStats(
    String id,
    double timestamp,
    long ssrc,
    String kind,
    @Nullable String transportId,
    @Nullable String codecId,
    @Nullable Long packetsReceived,
    @Nullable Long packetsReceivedWithEct1,
    @Nullable Long packetsReceivedWithCe,
    @Nullable Long packetsReportedAsLost,
    @Nullable Long packetsReportedAsLostButRecovered,
    @Nullable Long packetsLost,
    @Nullable Double jitter,
    @Nullable String localId,
    @Nullable Double roundTripTime,
    @Nullable Double totalRoundTripTime,
    @Nullable Double fractionLost,
    @Nullable Long roundTripTimeMeasurements,
    @Nullable Long packetsWithBleachedEct1Marking)
    implements RTCReceivedRtpStreamStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.REMOTE_INBOUND_RTP;
  }
}
