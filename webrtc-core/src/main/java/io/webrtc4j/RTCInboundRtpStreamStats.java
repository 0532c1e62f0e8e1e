package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A stream that is received (W3C Statistics, {@code inbound-rtp}), with its retransmissions. What
 * only a decoder or a player knows is null.
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param ssrc the source
 * @param kind {@code audio} or {@code video}
 * @param transportId the {@link RTCTransportStats} that it goes over
 * @param codecId the {@link RTCCodecStats} that it is encoded with
 * @param packetsReceived packets received, retransmissions included
 * @param packetsReceivedWithEct1 of these, those marked ECT(1)
 * @param packetsReceivedWithCe of these, those marked CE
 * @param packetsReportedAsLost packets that feedback of RFC 8888 reported as lost
 * @param packetsReportedAsLostButRecovered of these, those that later feedback reported as received
 * @param packetsLost packets that were expected and did not come; below zero if more came
 * @param jitter variation between arrivals (RFC 3550 §6.4.1), in seconds
 * @param trackIdentifier the {@link MediaStreamTrack#id()} of what is received
 * @param mid the media section
 * @param remoteId the {@link RTCRemoteOutboundRtpStreamStats} of the same stream
 * @param framesDecoded frames decoded
 * @param keyFramesDecoded of these, key frames
 * @param framesRendered frames shown
 * @param framesDropped frames given up before they were decoded
 * @param frameWidth of the last frame decoded, in pixels
 * @param frameHeight of the last frame decoded, in pixels
 * @param framesPerSecond frames decoded in the last second
 * @param qpSum the quantization parameters of all frames decoded, added up
 * @param totalDecodeTime seconds spent on decoding
 * @param totalInterFrameDelay seconds between frames shown, added up
 * @param totalSquaredInterFrameDelay their squares, added up
 * @param pauseCount how often no frame was shown for five seconds
 * @param totalPausesDuration seconds of such pauses
 * @param freezeCount how often the picture froze
 * @param totalFreezesDuration seconds for which it was frozen
 * @param lastPacketReceivedTimestamp when the last packet came: milliseconds since 1970
 * @param headerBytesReceived bytes of headers and padding received
 * @param packetsDiscarded packets that came too late or too early to be used
 * @param fecBytesReceived bytes of forward error correction received
 * @param fecPacketsReceived packets of forward error correction received
 * @param fecPacketsDiscarded of these, those that were not used
 * @param bytesReceived bytes of payload received, retransmissions included
 * @param nackCount NACK packets sent
 * @param firCount FIR packets sent
 * @param pliCount PLI packets sent
 * @param totalProcessingDelay seconds from the first packet of each frame until it was decoded,
 *     added up
 * @param estimatedPlayoutTimestamp when, on the sender's clock, what is played now was captured
 * @param jitterBufferDelay seconds for which frames waited for their turn, added up
 * @param jitterBufferTargetDelay seconds for which they were meant to wait, added up
 * @param jitterBufferEmittedCount frames that left the jitter buffer, of audio as well, where
 *     browsers count samples
 * @param jitterBufferMinimumDelay seconds for which the network alone made them wait, added up
 * @param totalSamplesReceived samples of audio, concealed ones included
 * @param concealedSamples samples that replace what was lost
 * @param silentConcealedSamples of these, those of silence
 * @param concealmentEvents how often concealing began
 * @param insertedSamplesForDeceleration samples added to play more slowly
 * @param removedSamplesForAcceleration samples left out to play faster
 * @param audioLevel how loud it is, from 0 to 1
 * @param totalAudioEnergy its energy, added up
 * @param totalSamplesDuration seconds of the samples of audio
 * @param framesReceived whole frames received
 * @param decoderImplementation which decoder it is
 * @param playoutId the object of what plays it
 * @param powerEfficientDecoder whether the decoder saves power
 * @param framesAssembledFromMultiplePackets frames of more than one packet
 * @param totalAssemblyTime seconds between the first and the last packet of these, added up
 * @param retransmittedPacketsReceived packets received that were sent again
 * @param retransmittedBytesReceived their payload in bytes
 * @param rtxSsrc the source of the retransmissions
 * @param fecSsrc the source of the forward error correction
 * @param totalCorruptionProbability the probabilities that frames were corrupted, added up
 * @param totalSquaredCorruptionProbability their squares, added up
 * @param corruptionMeasurements how many such probabilities there were
 */
public record RTCInboundRtpStreamStats(
    String id,
    double timestamp,
    long ssrc,
    String kind,
    @Nullable String transportId,
    @Nullable String codecId,
    @Nullable Long packetsReceived,
    @Nullable Long packetsReceivedWithEct1,
    @Nullable Long packetsReceivedWithCe,
    @Nullable Long packetsReportedAsLost,
    @Nullable Long packetsReportedAsLostButRecovered,
    @Nullable Long packetsLost,
    @Nullable Double jitter,
    String trackIdentifier,
    @Nullable String mid,
    @Nullable String remoteId,
    @Nullable Long framesDecoded,
    @Nullable Long keyFramesDecoded,
    @Nullable Long framesRendered,
    @Nullable Long framesDropped,
    @Nullable Long frameWidth,
    @Nullable Long frameHeight,
    @Nullable Double framesPerSecond,
    @Nullable Long qpSum,
    @Nullable Double totalDecodeTime,
    @Nullable Double totalInterFrameDelay,
    @Nullable Double totalSquaredInterFrameDelay,
    @Nullable Long pauseCount,
    @Nullable Double totalPausesDuration,
    @Nullable Long freezeCount,
    @Nullable Double totalFreezesDuration,
    @Nullable Double lastPacketReceivedTimestamp,
    @Nullable Long headerBytesReceived,
    @Nullable Long packetsDiscarded,
    @Nullable Long fecBytesReceived,
    @Nullable Long fecPacketsReceived,
    @Nullable Long fecPacketsDiscarded,
    @Nullable Long bytesReceived,
    @Nullable Long nackCount,
    @Nullable Long firCount,
    @Nullable Long pliCount,
    @Nullable Double totalProcessingDelay,
    @Nullable Double estimatedPlayoutTimestamp,
    @Nullable Double jitterBufferDelay,
    @Nullable Double jitterBufferTargetDelay,
    @Nullable Long jitterBufferEmittedCount,
    @Nullable Double jitterBufferMinimumDelay,
    @Nullable Long totalSamplesReceived,
    @Nullable Long concealedSamples,
    @Nullable Long silentConcealedSamples,
    @Nullable Long concealmentEvents,
    @Nullable Long insertedSamplesForDeceleration,
    @Nullable Long removedSamplesForAcceleration,
    @Nullable Double audioLevel,
    @Nullable Double totalAudioEnergy,
    @Nullable Double totalSamplesDuration,
    @Nullable Long framesReceived,
    @Nullable String decoderImplementation,
    @Nullable String playoutId,
    @Nullable Boolean powerEfficientDecoder,
    @Nullable Long framesAssembledFromMultiplePackets,
    @Nullable Double totalAssemblyTime,
    @Nullable Long retransmittedPacketsReceived,
    @Nullable Long retransmittedBytesReceived,
    @Nullable Long rtxSsrc,
    @Nullable Long fecSsrc,
    @Nullable Double totalCorruptionProbability,
    @Nullable Double totalSquaredCorruptionProbability,
    @Nullable Long corruptionMeasurements)
    implements RTCReceivedRtpStreamStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.INBOUND_RTP;
  }
}
