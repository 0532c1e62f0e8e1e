package io.webrtc4j.rtp.session;

import org.jspecify.annotations.Nullable;

/**
 * What was sent of one stream so far: the W3C's {@code outbound-rtp}. Times are in nanoseconds.
 * Retransmissions are counted with the rest, and by themselves.
 *
 * @param section whose stream it is
 * @param ssrc of the media
 * @param rid the version of simulcast, or null
 * @param rtxSsrc of the retransmissions
 * @param codec what was sent last, or null before the first frame
 * @param active whether it may send at present
 * @param packetsSent packets
 * @param bytesSent of payload, without headers and padding
 * @param headerBytesSent of headers and padding
 * @param retransmittedPacketsSent of the packets, those sent again
 * @param retransmittedBytesSent of the payload, what was sent again
 * @param framesSent frames whose last packet was sent
 * @param keyFramesSent of these, key frames
 * @param framesRefused frames that {@code send} returned false for
 * @param totalPacketSendDelay how long all packets together waited for their turn
 * @param nackCount feedback packets that asked for packets again
 * @param pliCount picture loss indications
 * @param firCount full intra requests
 * @param unansweredNacks packets that were asked for and not sent again: no RTX was agreed on, they
 *     were too old, or had just been sent
 * @param targetBitrate what the estimate leaves for everything on the transport, in bits per
 *     second; 0 while unknown
 * @param remote what the peer reported last, or null before its first report
 */
public record OutboundStream(
    int section,
    long ssrc,
    @Nullable String rid,
    long rtxSsrc,
    @Nullable RtpCodec codec,
    boolean active,
    long packetsSent,
    long bytesSent,
    long headerBytesSent,
    long retransmittedPacketsSent,
    long retransmittedBytesSent,
    long framesSent,
    long keyFramesSent,
    long framesRefused,
    long totalPacketSendDelay,
    long nackCount,
    long pliCount,
    long firCount,
    long unansweredNacks,
    long targetBitrate,
    @Nullable RemoteInbound remote) {}
