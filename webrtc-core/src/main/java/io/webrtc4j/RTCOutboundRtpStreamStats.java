package io.webrtc4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is sent (W3C Statistics, {@code outbound-rtp}), with its retransmissions. What only
 * an encoder knows is null.
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param ssrc the source
 * @param kind {@code audio} or {@code video}
 * @param transportId the {@link RTCTransportStats} that it goes over
 * @param codecId the {@link RTCCodecStats} that it is encoded with
 * @param packetsSent packets sent, retransmissions included
 * @param bytesSent bytes of payload sent, retransmissions included
 * @param mid the media section
 * @param mediaSourceId the object of what makes the media
 * @param remoteId the {@link RTCRemoteInboundRtpStreamStats} of the same stream
 * @param rid the version of simulcast
 * @param encodingIndex the place of its encoding among the sender's, from 0
 * @param headerBytesSent bytes of headers and padding sent
 * @param retransmittedPacketsSent packets sent again
 * @param retransmittedBytesSent their payload in bytes
 * @param rtxSsrc the source of the retransmissions
 * @param targetBitrate what the encoder is to make, in bits per second
 * @param totalEncodedBytesTarget the sizes that frames were meant to have, added up
 * @param frameWidth of the last frame encoded, in pixels
 * @param frameHeight of the last frame encoded, in pixels
 * @param framesPerSecond frames encoded in the last second
 * @param framesSent frames sent
 * @param hugeFramesSent of these, those of more than two and a half times the average size
 * @param framesEncoded frames encoded
 * @param keyFramesEncoded of these, key frames
 * @param qpSum the quantization parameters of all frames encoded, added up
 * @param psnrSum the signal-to-noise ratios of frames, added up, for each component of the picture
 * @param psnrMeasurements how many such ratios there were
 * @param totalEncodeTime seconds spent on encoding
 * @param totalPacketSendDelay seconds for which packets waited to be sent, added up
 * @param qualityLimitationReason why the quality is not better
 * @param qualityLimitationDurations seconds spent under each of these reasons
 * @param qualityLimitationResolutionChanges how often the resolution changed for such a reason
 * @param nackCount NACK packets received
 * @param firCount FIR packets received
 * @param pliCount PLI packets received
 * @param encoderImplementation which encoder it is
 * @param powerEfficientEncoder whether the encoder saves power
 * @param active whether it is being sent, or only described
 * @param scalabilityMode how it is layered
 * @param packetsSentWithEct1 packets sent with the mark ECT(1)
 */
public record RTCOutboundRtpStreamStats(
    String id,
    double timestamp,
    long ssrc,
    String kind,
    @Nullable String transportId,
    @Nullable String codecId,
    @Nullable Long packetsSent,
    @Nullable Long bytesSent,
    @Nullable String mid,
    @Nullable String mediaSourceId,
    @Nullable String remoteId,
    @Nullable String rid,
    @Nullable Long encodingIndex,
    @Nullable Long headerBytesSent,
    @Nullable Long retransmittedPacketsSent,
    @Nullable Long retransmittedBytesSent,
    @Nullable Long rtxSsrc,
    @Nullable Double targetBitrate,
    @Nullable Long totalEncodedBytesTarget,
    @Nullable Long frameWidth,
    @Nullable Long frameHeight,
    @Nullable Double framesPerSecond,
    @Nullable Long framesSent,
    @Nullable Long hugeFramesSent,
    @Nullable Long framesEncoded,
    @Nullable Long keyFramesEncoded,
    @Nullable Long qpSum,
    @Nullable Map<String, Double> psnrSum,
    @Nullable Long psnrMeasurements,
    @Nullable Double totalEncodeTime,
    @Nullable Double totalPacketSendDelay,
    @Nullable RTCQualityLimitationReason qualityLimitationReason,
    @Nullable Map<String, Double> qualityLimitationDurations,
    @Nullable Long qualityLimitationResolutionChanges,
    @Nullable Long nackCount,
    @Nullable Long firCount,
    @Nullable Long pliCount,
    @Nullable String encoderImplementation,
    @Nullable Boolean powerEfficientEncoder,
    @Nullable Boolean active,
    @Nullable String scalabilityMode,
    @Nullable Long packetsSentWithEct1)
    implements RTCSentRtpStreamStats {
  /** The maps are copied. */
  public RTCOutboundRtpStreamStats {
    psnrSum = psnrSum == null ? null : Map.copyOf(psnrSum);
    qualityLimitationDurations =
        qualityLimitationDurations == null ? null : Map.copyOf(qualityLimitationDurations);
  }

  @Override
  public RTCStatsType type() {
    return RTCStatsType.OUTBOUND_RTP;
  }
}
