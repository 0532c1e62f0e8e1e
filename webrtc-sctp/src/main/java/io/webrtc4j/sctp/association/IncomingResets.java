package io.webrtc4j.sctp.association;

import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.AddIncomingStreamsRequest;
import io.webrtc4j.sctp.packet.AddOutgoingStreamsRequest;
import io.webrtc4j.sctp.packet.IncomingSsnResetRequest;
import io.webrtc4j.sctp.packet.OutgoingSsnResetRequest;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.ReConfigResponse;
import io.webrtc4j.sctp.packet.SsnTsnResetRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the peer's requests to reset streams (RFC 6525 §5.2). */
final class IncomingResets {
  private final AssociationContext context;
  private final Tcb tcb;
  private int nextSequenceNumber;
  private int lastResult = ReConfigResponse.SUCCESS_NOTHING_TO_DO;

  /** A request that waits until all data sent before it has come. */
  private @Nullable OutgoingSsnResetRequest deferred;

  /** The last request that had waited and was then performed. */
  private @Nullable OutgoingSsnResetRequest performedLate;

  IncomingResets(AssociationContext context, Tcb tcb) {
    this.context = context;
    this.tcb = tcb;
    this.nextSequenceNumber = tcb.peer().initialTsn();
  }

  /** The number of the peer's last request. */
  int lastSequenceNumber() {
    return nextSequenceNumber - 1;
  }

  /** Takes a RE-CONFIG chunk, and answers all requests in it with one. */
  void handle(ReConfigChunk chunk) {
    List<Parameter> responses = new ArrayList<>();
    for (Parameter parameter : chunk.parameters()) {
      if (parameter instanceof ReConfigResponse response) {
        tcb.outgoingResets().handleResponse(response);
      } else if (parameter instanceof OutgoingSsnResetRequest request) {
        responses.add(answer(request.requestSequenceNumber(), request));
      } else if (parameter instanceof IncomingSsnResetRequest request) {
        responses.add(answer(request.requestSequenceNumber(), null));
      } else if (parameter instanceof SsnTsnResetRequest request) {
        responses.add(answer(request.requestSequenceNumber(), null));
      } else if (parameter instanceof AddOutgoingStreamsRequest request) {
        responses.add(answer(request.requestSequenceNumber(), null));
      } else if (parameter instanceof AddIncomingStreamsRequest request) {
        responses.add(answer(request.requestSequenceNumber(), null));
      }
    }
    if (!responses.isEmpty()) {
      context.outbox().add(new ReConfigChunk(responses));
      // RFC 6525 §5.2.1: a SACK goes with the answer.
      tcb.rx().acknowledgeAtOnce();
    }
  }

  /** Performs the deferred request if its time has come (RFC 6525 §5.2.2 E2 to E6). */
  void advance() {
    OutgoingSsnResetRequest request = deferred;
    if (request == null || isBehind(request.senderLastAssignedTsn())) {
      return;
    }
    deferred = null;
    performedLate = request;
    perform(request);
    lastResult = ReConfigResponse.SUCCESS_PERFORMED;
    context
        .outbox()
        .add(new ReConfigChunk(List.of(new ReConfigResponse(lastSequenceNumber(), lastResult))));
  }

  /** The answer to a request; to one that is null, and always to more than resets, it is no. */
  private ReConfigResponse answer(int number, @Nullable OutgoingSsnResetRequest request) {
    if (number == lastSequenceNumber()) {
      // RFC 6525 §5.2.1: the same answer as before, or what has become of it.
      return new ReConfigResponse(number, lastResult);
    }
    if (number != nextSequenceNumber) {
      return new ReConfigResponse(number, ReConfigResponse.ERROR_BAD_SEQUENCE_NUMBER);
    }
    nextSequenceNumber++;
    lastResult = request == null ? ReConfigResponse.DENIED : process(request);
    return new ReConfigResponse(number, lastResult);
  }

  private int process(OutgoingSsnResetRequest request) {
    if (request.streams().stream().anyMatch(stream -> stream >= tcb.inboundStreams())) {
      return ReConfigResponse.ERROR_WRONG_SSN;
    }
    if (deferred != null) {
      // Some ask again with a new number when told to wait.
      return isSame(request, deferred)
          ? ReConfigResponse.IN_PROGRESS
          : ReConfigResponse.ERROR_REQUEST_ALREADY_IN_PROGRESS;
    }
    if (performedLate != null && isSame(request, performedLate)) {
      performedLate = null;
      return ReConfigResponse.SUCCESS_PERFORMED;
    }
    performedLate = null;
    if (isBehind(request.senderLastAssignedTsn())) {
      deferred = request;
      tcb.rx().deferReset(request.senderLastAssignedTsn(), request.streams());
      return ReConfigResponse.IN_PROGRESS;
    }
    perform(request);
    return ReConfigResponse.SUCCESS_PERFORMED;
  }

  private void perform(OutgoingSsnResetRequest request) {
    tcb.rx().reset(request.streams());
    context.events().add(new AssociationEvent.IncomingStreamsReset(request.streams()));
    tcb.rx().releaseHeld();
  }

  private boolean isBehind(int tsn) {
    return SerialNumber.isLess32(tcb.rx().cumulativeTsn(), tsn);
  }

  private static boolean isSame(OutgoingSsnResetRequest a, OutgoingSsnResetRequest b) {
    return a.senderLastAssignedTsn() == b.senderLastAssignedTsn()
        && a.streams().equals(b.streams());
  }
}
