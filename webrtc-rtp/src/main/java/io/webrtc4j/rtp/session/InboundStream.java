package io.webrtc4j.rtp.session;

import org.jspecify.annotations.Nullable;

/**
 * What was received of one source so far: the W3C's {@code inbound-rtp}.
 *
 * @param section whose source it is
 * @param ssrc of the media
 * @param rid the version of simulcast, or null
 * @param rtxSsrc of its retransmissions, or -1 while none is known
 * @param codec what came last
 * @param counters packets, frames and waiting
 * @param remote what the peer's last sender report says, or null before the first
 */
public record InboundStream(
    int section,
    long ssrc,
    @Nullable String rid,
    long rtxSsrc,
    RtpCodec codec,
    ReceiveCounters counters,
    @Nullable RemoteOutbound remote) {}
