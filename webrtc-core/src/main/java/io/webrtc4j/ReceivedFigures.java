package io.webrtc4j;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.session.ReceiveCounters;
import org.jspecify.annotations.Nullable;

/** What was counted of a source that is received, in statistics. */
final class ReceivedFigures {
  private ReceivedFigures() {}

  static StatsMembers of(StatsMembers members, ReceiveCounters counters, StatsClock clock) {
    return members
        .with("packetsReceived", counters.packetsReceived())
        .with("packetsLost", counters.packetsLost())
        .with("jitter", StatsClock.seconds(counters.jitter()))
        .with("packetsDiscarded", counters.packetsDiscarded())
        .with("bytesReceived", counters.bytesReceived())
        .with("headerBytesReceived", counters.headerBytesReceived())
        .with("lastPacketReceivedTimestamp", last(counters, clock))
        .with("retransmittedPacketsReceived", counters.retransmittedPacketsReceived())
        .with("retransmittedBytesReceived", counters.retransmittedBytesReceived())
        .with("fecPacketsReceived", counters.fecPacketsReceived())
        .with("fecBytesReceived", counters.fecBytesReceived())
        .with("nackCount", counters.nackCount())
        .with("jitterBufferDelay", StatsClock.seconds(counters.jitterBufferDelay()))
        .with("jitterBufferTargetDelay", StatsClock.seconds(counters.jitterBufferTargetDelay()))
        .with("jitterBufferMinimumDelay", StatsClock.seconds(counters.jitterBufferMinimumDelay()))
        .with("jitterBufferEmittedCount", counters.jitterBufferEmittedCount());
  }

  /** What is counted of video alone. */
  static void video(StatsMembers members, ReceiveCounters counters) {
    members
        .with("framesReceived", counters.framesReceived())
        .with("framesDropped", counters.framesDropped())
        .with("framesAssembledFromMultiplePackets", counters.framesAssembledFromMultiplePackets())
        .with("totalAssemblyTime", StatsClock.seconds(counters.totalAssemblyTime()))
        .with("pliCount", counters.pliCount())
        .with("firCount", counters.firCount());
  }

  private static @Nullable Double last(ReceiveCounters counters, StatsClock clock) {
    long last = counters.lastPacketReceivedTimestamp();
    return last == Deadline.NEVER ? null : Double.valueOf(clock.date(last));
  }
}
