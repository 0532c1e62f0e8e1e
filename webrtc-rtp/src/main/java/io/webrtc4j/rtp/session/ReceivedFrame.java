package io.webrtc4j.rtp.session;

import org.jspecify.annotations.Nullable;

/**
 * A frame that was received whole and in its turn.
 *
 * @param data as its decoder wants it; the receiver's to keep
 * @param keyFrame whether it can be decoded without those before it
 * @param gap whether frames before it were lost since the last that was given
 * @param codec what it is encoded with
 * @param timestamp the RTP timestamp, unwrapped: it grows beyond 32 bits
 * @param marker the marker bit of its last packet
 * @param ssrc the source
 * @param rid the version of simulcast, or null
 * @param captureNtp when the peer's sender reports say that it was captured, in NTP's format of 64
 *     bits on the peer's clock (RFC 3550 §6.4.1); 0 while unknown. It tells which audio goes with
 *     which video
 * @param received when its last packet came, on the session's clock
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record ReceivedFrame(
    byte[] data,
    boolean keyFrame,
    boolean gap,
    RtpCodec codec,
    long timestamp,
    boolean marker,
    long ssrc,
    @Nullable String rid,
    long captureNtp,
    long received) {}
