package io.webrtc4j.rtp.session;

/**
 * How the peer receives one stream of ours, by its reports: the W3C's {@code remote-inbound-rtp}.
 *
 * @param packetsReceived packets that the peer has, by its count of those expected and lost
 * @param packetsLost packets it misses; less than zero if it had more duplicates
 * @param fractionLost of the packets between its last two reports, 0 to 1
 * @param jitter in nanoseconds
 * @param roundTripTime the last, in nanoseconds; -1 before the first
 * @param totalRoundTripTime all of them together, in nanoseconds
 * @param roundTripTimeMeasurements how many there were
 * @param received when the last report came, on the session's clock
 */
public record RemoteInbound(
    long packetsReceived,
    long packetsLost,
    double fractionLost,
    long jitter,
    long roundTripTime,
    long totalRoundTripTime,
    long roundTripTimeMeasurements,
    long received) {}
