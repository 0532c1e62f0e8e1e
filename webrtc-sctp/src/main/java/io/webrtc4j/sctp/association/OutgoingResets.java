package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.OutgoingSsnResetRequest;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.ReConfigResponse;
import io.webrtc4j.sctp.tx.Timer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resets our outgoing streams, one request at a time (RFC 6525 §5.1). */
final class OutgoingResets {
  private final AssociationContext context;
  private final Tcb tcb;
  private final Set<Integer> wanted = new LinkedHashSet<>();
  private final Timer timer = new Timer();
  private int nextSequenceNumber;
  private @Nullable OutgoingSsnResetRequest request;

  /** Whether the peer has told that it needs time: then there is nothing to be blamed for. */
  private boolean inProgress;

  OutgoingResets(AssociationContext context, Tcb tcb) {
    this.context = context;
    this.tcb = tcb;
    this.nextSequenceNumber = tcb.local().initialTsn();
  }

  /** Resets {@code streams} as soon as what is queued on them is sent. */
  void want(Collection<Integer> streams) {
    wanted.addAll(streams);
  }

  /** Sends the next request if it is time. */
  void advance() {
    if (request != null || timer.isRunning() || wanted.isEmpty()) {
      return;
    }
    List<Integer> ready = new ArrayList<>();
    int most = maxStreamsPerRequest();
    for (int stream : wanted) {
      if (ready.size() < most && context.sendQueue().isIdle(stream)) {
        ready.add(stream);
      }
    }
    if (ready.isEmpty()) {
      return;
    }
    wanted.removeAll(Set.copyOf(ready));
    if (!tcb.peer().reConfig()) {
      // RFC 6525 §5.1.1: a peer without the extension must not be asked.
      context
          .events()
          .add(new AssociationEvent.OutgoingResetFailed(ready, "the peer has no RE-CONFIG"));
      return;
    }
    request =
        new OutgoingSsnResetRequest(
            nextSequenceNumber++,
            tcb.incomingResets().lastSequenceNumber(),
            tcb.tx().lastAssignedTsn(),
            List.copyOf(ready));
    inProgress = false;
    tcb.tx().endStreams();
    ready.forEach(context.sendQueue()::pause);
    send(request);
  }

  /** Takes an answer (RFC 6525 §5.2.7). */
  void handleResponse(ReConfigResponse response) {
    OutgoingSsnResetRequest answered = request;
    if (answered == null || response.responseSequenceNumber() != answered.requestSequenceNumber()) {
      return;
    }
    tcb.errors().succeeded();
    switch (response.result()) {
      case ReConfigResponse.IN_PROGRESS -> {
        inProgress = true;
        timer.stop();
        timer.start(context.now(), tcb.rto().rto());
      }
      case ReConfigResponse.SUCCESS_NOTHING_TO_DO, ReConfigResponse.SUCCESS_PERFORMED -> {
        finish(answered, true);
        context.events().add(new AssociationEvent.OutgoingStreamsReset(answered.streams()));
      }
      case ReConfigResponse.ERROR_REQUEST_ALREADY_IN_PROGRESS -> {
        // Another request of ours is still worked on: ask again, with a new number, in a while.
        finish(answered, false);
        wanted.addAll(answered.streams());
        timer.start(context.now(), tcb.rto().rto());
      }
      default -> {
        finish(answered, false);
        context
            .events()
            .add(
                new AssociationEvent.OutgoingResetFailed(
                    answered.streams(),
                    "the peer answered the reset request with result " + response.result()));
      }
    }
  }

  void handleTimeout() {
    if (!timer.expire(context.now()) || request == null) {
      return;
    }
    if (!inProgress) {
      tcb.rto().backOff();
      tcb.errors().failed();
    }
    send(request);
  }

  long nextDeadline() {
    return timer.deadline();
  }

  private void send(OutgoingSsnResetRequest sent) {
    context.outbox().add(new ReConfigChunk(List.of(sent)));
    timer.start(context.now(), tcb.rto().rto());
  }

  private void finish(OutgoingSsnResetRequest answered, boolean reset) {
    request = null;
    timer.stop();
    answered.streams().forEach(stream -> context.sendQueue().resume(stream, reset));
  }

  private int maxStreamsPerRequest() {
    int room =
        context.config().maxPacketSize()
            - PacketHeader.LENGTH
            - ChunkReader.HEADER_LENGTH
            - OutgoingSsnResetRequest.length(0);
    return room / (OutgoingSsnResetRequest.length(1) - OutgoingSsnResetRequest.length(0));
  }
}
