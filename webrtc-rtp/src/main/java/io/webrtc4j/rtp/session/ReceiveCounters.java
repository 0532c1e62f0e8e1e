package io.webrtc4j.rtp.session;

/**
 * What has happened to a source so far, under the names of the W3C's {@code
 * RTCInboundRtpStreamStats} where it has one. Times are in nanoseconds.
 *
 * @param packetsReceived RTP packets of the source and of the one that retransmits it
 * @param packetsLost as reports tell the peer (RFC 3550 §6.4.1): what was retransmitted on a source
 *     of its own counts as lost
 * @param jitter the interarrival jitter (RFC 3550 §6.4.1), in nanoseconds
 * @param packetsDiscarded came too late, twice, or beyond what the buffer holds
 * @param bytesReceived payload bytes, without headers and padding
 * @param headerBytesReceived bytes of headers and padding
 * @param retransmittedPacketsReceived of those received, what came as a retransmission (RFC 4588)
 * @param retransmittedBytesReceived their payload bytes
 * @param fecPacketsReceived packets with forward error correction, which is not made use of
 * @param fecBytesReceived their payload bytes
 * @param redundantFramesUsed lost frames of audio that the redundancy of later packets replaced
 * @param unknownPayloadTypes packets whose payload type was not negotiated
 * @param malformedPayloads packets and frames dropped since their payload is not what its format
 *     says
 * @param nackCount NACK packets sent
 * @param pliCount PLI packets sent
 * @param firCount FIR packets sent
 * @param framesReceived whole frames given; 0 where none are wanted
 * @param keyFramesReceived of these, key frames
 * @param framesDropped whole frames not given, for a frame before them is missing or nobody took
 *     them
 * @param framesAssembledFromMultiplePackets frames given that took several packets
 * @param totalAssemblyTime from the first to the last packet of these
 * @param jitterBufferDelay from a frame's first packet to when it was given, for all together
 * @param jitterBufferTargetDelay the delay that the jitter or the user asked for at those moments,
 *     all together
 * @param jitterBufferMinimumDelay the same without what the user asked for
 * @param jitterBufferEmittedCount frames that these sums are of
 * @param lastPacketReceivedTimestamp on the session's clock, or {@code Deadline.NEVER} if none came
 */
public record ReceiveCounters(
    long packetsReceived,
    long packetsLost,
    long jitter,
    long packetsDiscarded,
    long bytesReceived,
    long headerBytesReceived,
    long retransmittedPacketsReceived,
    long retransmittedBytesReceived,
    long fecPacketsReceived,
    long fecBytesReceived,
    long redundantFramesUsed,
    long unknownPayloadTypes,
    long malformedPayloads,
    long nackCount,
    long pliCount,
    long firCount,
    long framesReceived,
    long keyFramesReceived,
    long framesDropped,
    long framesAssembledFromMultiplePackets,
    long totalAssemblyTime,
    long jitterBufferDelay,
    long jitterBufferTargetDelay,
    long jitterBufferMinimumDelay,
    long jitterBufferEmittedCount,
    long lastPacketReceivedTimestamp) {}
