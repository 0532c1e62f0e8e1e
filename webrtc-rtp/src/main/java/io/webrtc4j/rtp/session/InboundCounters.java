package io.webrtc4j.rtp.session;

/**
 * What was received of one source so far. Times are in nanoseconds. Retransmissions are counted
 * with the rest, and by themselves.
 *
 * @param packetsReceived packets, without duplicates
 * @param bytesReceived of payload, without headers and padding
 * @param headerBytesReceived of headers and padding
 * @param packetsLost packets expected that have not come (RFC 3550 §6.4.1)
 * @param packetsDiscarded packets that came too late, or twice
 * @param retransmittedPacketsReceived of the packets, those sent again
 * @param retransmittedBytesReceived of the payload, what was sent again
 * @param jitter between arrivals (RFC 3550 §6.4.1)
 * @param lastPacketReceived when, on the session's clock
 * @param framesReceived whole frames
 * @param keyFramesReceived of these, key frames
 * @param framesDropped frames given up since packets of them were missing
 * @param framesAssembledFromMultiplePackets of the whole ones, those of more than one packet
 * @param totalAssemblyTime between the first and the last packet of these
 * @param jitterBufferDelay how long all frames together waited for their turn
 * @param jitterBufferTargetDelay how long all of them were meant to
 * @param jitterBufferMinimumDelay how long the network alone would have had them wait
 * @param jitterBufferEmittedCount frames that left the jitter buffer; of audio, samples
 * @param nackCount feedback packets sent that ask for packets again
 */
public record InboundCounters(
    long packetsReceived,
    long bytesReceived,
    long headerBytesReceived,
    long packetsLost,
    long packetsDiscarded,
    long retransmittedPacketsReceived,
    long retransmittedBytesReceived,
    long jitter,
    long lastPacketReceived,
    long framesReceived,
    long keyFramesReceived,
    long framesDropped,
    long framesAssembledFromMultiplePackets,
    long totalAssemblyTime,
    long jitterBufferDelay,
    long jitterBufferTargetDelay,
    long jitterBufferMinimumDelay,
    long jitterBufferEmittedCount,
    long nackCount) {}
