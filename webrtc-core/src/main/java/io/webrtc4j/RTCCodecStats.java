package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A codec that streams use (W3C Statistics, {@code codec}).
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param payloadType the number that tells its packets
 * @param transportId the {@link RTCTransportStats} that it is used on
 * @param mimeType such as {@code video/VP8}
 * @param clockRate the frequency of its RTP timestamps, in hertz
 * @param channels how many channels of audio; null for video
 * @param sdpFmtpLine its parameters, as behind the payload type of {@code a=fmtp}
 */
public record RTCCodecStats(
    String id,
    double timestamp,
    long payloadType,
    String transportId,
    String mimeType,
    @Nullable Long clockRate,
    @Nullable Long channels,
    @Nullable String sdpFmtpLine)
    implements RTCStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.CODEC;
  }
}
