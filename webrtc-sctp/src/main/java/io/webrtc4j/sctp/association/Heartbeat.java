package io.webrtc4j.sctp.association;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.sctp.packet.HeartbeatAckChunk;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.HeartbeatInfo;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.tx.RtoEstimator;
import io.webrtc4j.sctp.tx.Timer;
import org.jspecify.annotations.Nullable;

/** HEARTBEATs on the one path that there is (RFC 9260 §8.3). */
final class Heartbeat {
  private final AssociationContext context;
  private final RtoEstimator rto;
  private final ErrorCounter errors;
  private final Timer interval = new Timer();
  private final Timer answer = new Timer();
  private @Nullable HeartbeatInfo awaited;
  private long sentAt;

  Heartbeat(AssociationContext context, RtoEstimator rto, ErrorCounter errors) {
    this.context = context;
    this.rto = rto;
    this.errors = errors;
  }

  /** Begins to count the interval; again whenever data is sent, since the path is not idle then. */
  void restart() {
    if (context.config().heartbeatInterval() != Deadline.NEVER) {
      // RFC 9260 §8.3: HB.interval plus the RTO, with a jitter of half the RTO either way.
      long jitter = (long) (context.random().nextDouble() * rto.rto());
      interval.start(context.now(), context.config().heartbeatInterval() + rto.rto() / 2 + jitter);
    }
  }

  /** No more HEARTBEATs. */
  void stop() {
    interval.stop();
    answer.stop();
    awaited = null;
  }

  void handleTimeout(long lastDataSent) {
    if (answer.expire(context.now())) {
      awaited = null;
      errors.failed();
    }
    if (interval.expire(context.now())) {
      if (context.now() - lastDataSent >= context.config().heartbeatInterval()) {
        send();
      }
      restart();
    }
  }

  void handleAck(HeartbeatAckChunk ack) throws DecodeException {
    if (awaited != null && ack.info().filter(awaited::equals).isPresent()) {
      awaited = null;
      answer.stop();
      errors.succeeded();
      rto.measured(context.now() - sentAt);
    }
  }

  long nextDeadline() {
    return Math.min(interval.deadline(), answer.deadline());
  }

  private void send() {
    sentAt = context.now();
    ByteWriter info = ByteWriter.growing();
    info.u64(sentAt).u64(context.random().nextLong());
    awaited = new HeartbeatInfo(OpaqueBytes.of(info.toByteArray()));
    context.outbox().add(HeartbeatChunk.with(awaited));
    answer.start(sentAt, rto.rto());
  }
}
