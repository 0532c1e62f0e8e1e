package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * How the peer sends a stream that we receive, by its sender reports (W3C Statistics, {@code
 * remote-outbound-rtp}); of the time when the last one came.
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param ssrc the source
 * @param kind {@code audio} or {@code video}
 * @param transportId the {@link RTCTransportStats} that it goes over
 * @param codecId the {@link RTCCodecStats} that it is encoded with
 * @param packetsSent packets sent, retransmissions included
 * @param bytesSent bytes of payload sent, retransmissions included
 * @param localId the {@link RTCInboundRtpStreamStats} of the same stream
 * @param remoteTimestamp when the peer sent its last report, on its own clock: milliseconds since
 *     1970
 * @param reportsSent how many reports it sent
 * @param roundTripTime the last round trip time (RFC 3611 §4.5), in seconds
 * @param totalRoundTripTime all of them added up, in seconds
 * @param roundTripTimeMeasurements how many round trip times there were
 */
public record RTCRemoteOutboundRtpStreamStats(
    String id,
    double timestamp,
    long ssrc,
    String kind,
    @Nullable String transportId,
    @Nullable String codecId,
    @Nullable Long packetsSent,
    @Nullable Long bytesSent,
    @Nullable String localId,
    @Nullable Double remoteTimestamp,
    @Nullable Long reportsSent,
    @Nullable Double roundTripTime,
    @Nullable Double totalRoundTripTime,
    @Nullable Long roundTripTimeMeasurements)
    implements RTCSentRtpStreamStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.REMOTE_OUTBOUND_RTP;
  }
}
