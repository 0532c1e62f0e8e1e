package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A pair of candidates (W3C Statistics, {@code candidate-pair}).
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param transportId the {@link RTCTransportStats} that it is for
 * @param localCandidateId our {@link RTCIceCandidateStats}
 * @param remoteCandidateId the peer's {@link RTCIceCandidateStats}
 * @param state how far its checks are
 * @param nominated whether it was nominated
 * @param packetsSent packets sent, without STUN
 * @param packetsReceived packets received, without STUN
 * @param bytesSent bytes of these sent, without headers of UDP and IP
 * @param bytesReceived bytes of these received, without headers of UDP and IP
 * @param lastPacketSentTimestamp when the last of these was sent: milliseconds since 1970
 * @param lastPacketReceivedTimestamp when the last of these was received: milliseconds since 1970
 * @param totalRoundTripTime all round trip times added up, in seconds
 * @param currentRoundTripTime the last round trip time, in seconds; requests that were sent again
 *     tell none
 * @param availableOutgoingBitrate what can be sent by the last estimate, in bits per second; for
 *     the pair in use
 * @param availableIncomingBitrate what can be received by the last estimate, in bits per second;
 *     for the pair in use
 * @param requestsReceived checks received
 * @param requestsSent checks sent, without retransmissions
 * @param responsesReceived answers received
 * @param responsesSent answers sent
 * @param consentRequestsSent consent checks sent, without retransmissions
 * @param packetsDiscardedOnSend packets that a socket refused
 * @param bytesDiscardedOnSend their bytes
 */
public record RTCIceCandidatePairStats(
    String id,
    double timestamp,
    String transportId,
    String localCandidateId,
    String remoteCandidateId,
    RTCStatsIceCandidatePairState state,
    @Nullable Boolean nominated,
    @Nullable Long packetsSent,
    @Nullable Long packetsReceived,
    @Nullable Long bytesSent,
    @Nullable Long bytesReceived,
    @Nullable Double lastPacketSentTimestamp,
    @Nullable Double lastPacketReceivedTimestamp,
    @Nullable Double totalRoundTripTime,
    @Nullable Double currentRoundTripTime,
    @Nullable Double availableOutgoingBitrate,
    @Nullable Double availableIncomingBitrate,
    @Nullable Long requestsReceived,
    @Nullable Long requestsSent,
    @Nullable Long responsesReceived,
    @Nullable Long responsesSent,
    @Nullable Long consentRequestsSent,
    @Nullable Long packetsDiscardedOnSend,
    @Nullable Long bytesDiscardedOnSend)
    implements RTCStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.CANDIDATE_PAIR;
  }
}
