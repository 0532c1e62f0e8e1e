package io.webrtc4j.ice;

import org.jspecify.annotations.Nullable;

/** What has happened on one pair. */
final class PairStatistics {
  private static final long NONE = -1;

  private long roundTripTime = NONE;
  private long requestsSent;
  private long responsesReceived;
  private long requestsReceived;
  private long responsesSent;
  private @Nullable String lastError;

  void requestSent() {
    requestsSent++;
  }

  void responseReceived() {
    responsesReceived++;
  }

  void requestAnswered() {
    requestsReceived++;
    responsesSent++;
  }

  void roundTripTime(long nanos) {
    roundTripTime = nanos;
  }

  void failed(String error) {
    lastError = error;
  }

  @Nullable String lastError() {
    return lastError;
  }

  CandidatePairReport report(CandidatePair pair) {
    return new CandidatePairReport(
        pair.localCandidate(),
        pair.remote().candidate(),
        pair.priority(),
        pair.state(),
        pair.isNominated(),
        roundTripTime,
        requestsSent,
        responsesReceived,
        requestsReceived,
        responsesSent,
        lastError);
  }
}
