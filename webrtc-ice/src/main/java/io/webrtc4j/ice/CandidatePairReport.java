package io.webrtc4j.ice;

import org.jspecify.annotations.Nullable;

/**
 * One pair as it is now, for diagnosis and statistics.
 *
 * @param local our candidate
 * @param remote the peer's candidate
 * @param priority the pair's priority (RFC 8445 §6.1.2.3)
 * @param state the pair's state
 * @param nominated whether the pair was nominated
 * @param roundTripTime the last answered check's time to its answer in nanoseconds; -1 if none
 * @param totalRoundTripTime all such times together in nanoseconds
 * @param checksSent connectivity checks begun
 * @param consentChecksSent consent checks begun
 * @param requestsSent requests sent for either, retransmissions included
 * @param responsesReceived authentic answers received, errors included
 * @param requestsReceived authentic requests received that were answered with a success
 * @param responsesSent successes sent
 * @param lastError why the last check that failed did so, as a sentence; null if none has
 */
public record CandidatePairReport(
    IceCandidate local,
    IceCandidate remote,
    long priority,
    CandidatePairState state,
    boolean nominated,
    long roundTripTime,
    long totalRoundTripTime,
    long checksSent,
    long consentChecksSent,
    long requestsSent,
    long responsesReceived,
    long requestsReceived,
    long responsesSent,
    @Nullable String lastError) {}
