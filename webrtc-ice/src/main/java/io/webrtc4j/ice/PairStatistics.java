package io.webrtc4j.ice;

import org.jspecify.annotations.Nullable;

/** What has happened on one pair. */
final class PairStatistics {
  private static final long NONE = -1;

  private long roundTripTime = NONE;
  private long totalRoundTripTime;
  private long checksSent;
  private long consentChecksSent;
  private long requestsSent;
  private long responsesReceived;
  private long requestsReceived;
  private long responsesSent;
  private @Nullable String lastError;
  private long packetsSent;
  private long bytesSent;
  private long lastSent = NONE;
  private long packetsReceived;
  private long bytesReceived;
  private long lastReceived = NONE;

  /** A request is sent for the first time. */
  void checkBegun(Transaction.Kind kind) {
    if (kind == Transaction.Kind.CHECK) {
      checksSent++;
    } else {
      consentChecksSent++;
    }
  }

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
    totalRoundTripTime += nanos;
  }

  void failed(String error) {
    lastError = error;
  }

  @Nullable String lastError() {
    return lastError;
  }

  void dataSent(int bytes, long now) {
    packetsSent++;
    bytesSent += bytes;
    lastSent = now;
  }

  void dataReceived(int bytes, long now) {
    packetsReceived++;
    bytesReceived += bytes;
    lastReceived = now;
  }

  PairTraffic traffic() {
    return new PairTraffic(
        packetsSent, bytesSent, packetsReceived, bytesReceived, lastSent, lastReceived);
  }

  CandidatePairReport report(CandidatePair pair) {
    return new CandidatePairReport(
        pair.localCandidate(),
        pair.remote().candidate(),
        pair.priority(),
        pair.state(),
        pair.isNominated(),
        roundTripTime,
        totalRoundTripTime,
        checksSent,
        consentChecksSent,
        requestsSent,
        responsesReceived,
        requestsReceived,
        responsesSent,
        lastError);
  }
}
