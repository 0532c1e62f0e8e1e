package io.webrtc4j;

import io.webrtc4j.ice.CandidatePairReport;
import io.webrtc4j.ice.IceStatistics;
import io.webrtc4j.ice.PairTraffic;

/** What a pair's state, checks and traffic are in statistics. */
final class PairFigures {
  private PairFigures() {}

  static StatsMembers of(StatsMembers members, IceStatistics.Pair pair, StatsClock clock) {
    CandidatePairReport report = pair.report();
    PairTraffic traffic = pair.traffic();
    return members
        .with("state", RTCStatsIceCandidatePairState.valueOf(report.state().name()))
        .with("nominated", report.nominated())
        .with("packetsSent", traffic.packetsSent())
        .with("packetsReceived", traffic.packetsReceived())
        .with("bytesSent", traffic.bytesSent())
        .with("bytesReceived", traffic.bytesReceived())
        .with("lastPacketSentTimestamp", clock.dateIfAny(traffic.lastSent()))
        .with("lastPacketReceivedTimestamp", clock.dateIfAny(traffic.lastReceived()))
        .with("totalRoundTripTime", StatsClock.seconds(report.totalRoundTripTime()))
        .with("currentRoundTripTime", StatsClock.secondsIfAny(report.roundTripTime()))
        .with("requestsReceived", report.requestsReceived())
        .with("requestsSent", report.checksSent())
        .with("responsesReceived", report.responsesReceived())
        .with("responsesSent", report.responsesSent())
        .with("consentRequestsSent", report.consentChecksSent());
  }
}
