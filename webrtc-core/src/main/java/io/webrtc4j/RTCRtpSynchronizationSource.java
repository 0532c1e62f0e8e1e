package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * The latest of a synchronization source, that is, of a stream of RTP packets (W3C WebRTC §5.3.3).
 *
 * @param timestamp when a frame of it was delivered to the track: milliseconds since 1970
 * @param source the SSRC
 * @param audioLevel how loud, from 0 for silence to 1, linear; null for video and where the packets
 *     do not tell (RFC 6464)
 * @param rtpTimestamp the frame's RTP timestamp
 */
public record RTCRtpSynchronizationSource(
    double timestamp, long source, @Nullable Double audioLevel, long rtpTimestamp) {
  /** The source and the RTP timestamp are unsigned numbers of 32 bits. */
  public RTCRtpSynchronizationSource {
    Idl.finite("timestamp", timestamp);
    Idl.unsignedLong("source", source);
    Idl.finite("audioLevel", audioLevel);
    Idl.unsignedLong("rtpTimestamp", rtpTimestamp);
  }
}
