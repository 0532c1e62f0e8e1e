package io.webrtc4j.sctp;

/**
 * What one association has done and seen, for statistics.
 *
 * @param packetsSent SCTP packets given out by {@code pollPacket}
 * @param bytesSent their bytes
 * @param packetsReceived SCTP packets handed in, good and bad
 * @param bytesReceived their bytes
 * @param packetsDropped packets received that were malformed or belong to no association of ours
 * @param chunksRetransmitted DATA chunks sent again
 * @param t3Expirations how often T3-rtx expired
 * @param fastRetransmits how often fast recovery was entered (RFC 9260 §7.2.4)
 * @param messagesAbandoned messages given up since they are partially reliable (RFC 3758), before
 *     or after something of them was sent
 * @param bytesAbandoned their payloads' bytes
 * @param forwardTsnsSent FORWARD TSN chunks sent
 * @param forwardTsnsReceived FORWARD TSN chunks received, stale ones among them
 * @param duplicateTsns DATA chunks received that had been received before
 * @param dataDropped DATA chunks dropped for want of receive window or against the rules
 * @param streamErrors messages on streams without a channel, and malformed DCEP messages
 * @param smoothedRoundTripTime nanoseconds, or 0 before the first measurement
 * @param retransmissionTimeout RTO in nanoseconds
 * @param congestionWindow cwnd in bytes, or 0 without an association
 * @param receiverWindow the peer's window in bytes as far as we know, or 0 without an association
 * @param outstandingChunks DATA chunks sent and not yet acknowledged
 * @param maxPacketSize bytes of the largest SCTP packet that is sent
 */
public record SctpCounters(
    long packetsSent,
    long bytesSent,
    long packetsReceived,
    long bytesReceived,
    long packetsDropped,
    long chunksRetransmitted,
    long t3Expirations,
    long fastRetransmits,
    long messagesAbandoned,
    long bytesAbandoned,
    long forwardTsnsSent,
    long forwardTsnsReceived,
    long duplicateTsns,
    long dataDropped,
    long streamErrors,
    long smoothedRoundTripTime,
    long retransmissionTimeout,
    long congestionWindow,
    long receiverWindow,
    int outstandingChunks,
    int maxPacketSize) {}
