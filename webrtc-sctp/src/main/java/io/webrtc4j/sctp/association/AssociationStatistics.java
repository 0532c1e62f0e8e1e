package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.tx.SendQueue;
import org.jspecify.annotations.Nullable;

/** What an association has counted and measured; durations in nanoseconds. */
public record AssociationStatistics(
    long packetsSent,
    long bytesSent,
    long packetsReceived,
    long bytesReceived,
    long packetsDropped,
    long chunksRetransmitted,
    long t3Expirations,
    long fastRetransmits,
    long messagesAbandoned,
    long bytesAbandoned,
    long forwardTsnsSent,
    long forwardTsnsReceived,
    long duplicateTsns,
    long dataDropped,
    long smoothedRoundTripTime,
    long retransmissionTimeout,
    long congestionWindow,
    long receiverWindow,
    int outstandingChunks) {

  static AssociationStatistics of(
      AssociationCounters counters, SendQueue queue, @Nullable Tcb tcb) {
    return new AssociationStatistics(
        counters.packetsSent,
        counters.bytesSent,
        counters.packetsReceived,
        counters.bytesReceived,
        counters.packetsDropped,
        tcb == null ? 0 : tcb.tx().retransmissions(),
        tcb == null ? 0 : tcb.tx().t3Expirations(),
        tcb == null ? 0 : tcb.tx().fastRetransmits(),
        tcb == null ? queue.expiredMessages() : tcb.tx().abandonedMessages(),
        tcb == null ? queue.expiredBytes() : tcb.tx().abandonedBytes(),
        tcb == null ? 0 : tcb.tx().forwardTsnsSent(),
        tcb == null ? 0 : tcb.rx().forwardTsnCount(),
        tcb == null ? 0 : tcb.rx().duplicateCount(),
        tcb == null ? 0 : tcb.rx().droppedCount(),
        tcb == null ? 0 : tcb.rto().smoothedRoundTripTime(),
        tcb == null ? 0 : tcb.rto().rto(),
        tcb == null ? 0 : tcb.tx().congestionWindow(),
        tcb == null ? 0 : tcb.tx().peerReceiverWindow(),
        tcb == null ? 0 : tcb.tx().outstandingChunks());
  }
}
