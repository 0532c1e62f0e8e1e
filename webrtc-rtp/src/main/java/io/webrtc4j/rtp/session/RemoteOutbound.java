package io.webrtc4j.rtp.session;

/**
 * What the peer's sender reports say of one of its sources: the W3C's {@code remote-outbound-rtp}.
 *
 * @param packetsSent packets
 * @param bytesSent of payload
 * @param remoteNtp when the last report was sent, in NTP's format of 64 bits on the peer's clock
 * @param remoteRtpTimestamp the same time on the source's RTP clock, 32 bits
 * @param reportsSent how many came here
 * @param received when the last came, on the session's clock
 */
public record RemoteOutbound(
    long packetsSent,
    long bytesSent,
    long remoteNtp,
    long remoteRtpTimestamp,
    long reportsSent,
    long received) {}
