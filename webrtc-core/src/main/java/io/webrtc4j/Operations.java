package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.session.NegotiatedSession;
import io.webrtc4j.session.jsep.NegotiationException;
import io.webrtc4j.session.jsep.RemoteCandidate;
import io.webrtc4j.session.jsep.SdpType;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations chain (W3C WebRTC §4.4.1.2): one operation after the other on the event loop, and
 * each one's events reach the listeners before its future completes.
 */
final class Operations {

  /** One operation on the session that has a result, on its event loop. */
  interface Operation<T> {
    T run(NegotiatedSession session, long now) throws NegotiationException;
  }

  /** One operation on the session that has none. */
  interface Action {
    void run(NegotiatedSession session, long now) throws NegotiationException;
  }

  private final PeerDriver driver;
  private final NegotiatedSession negotiated;
  private final ConnectionEvents events;
  private final CallbackQueue callbacks;
  private final BooleanSupplier closed;

  Operations(
      PeerDriver driver,
      NegotiatedSession negotiated,
      ConnectionEvents events,
      CallbackQueue callbacks,
      BooleanSupplier closed) {
    this.driver = driver;
    this.negotiated = negotiated;
    this.events = events;
    this.callbacks = callbacks;
    this.closed = closed;
  }

  CompletableFuture<@Nullable Void> perform(Action action) {
    return run((session, now) -> {
          action.run(session, now);
          return this;
        })
        .thenApply(done -> null);
  }

  <T> CompletableFuture<T> run(Operation<T> operation) {
    CallbackFuture<T> future = new CallbackFuture<>(callbacks);
    Settlement<T> settlement = new Settlement<>(future);
    boolean accepted =
        driver.execute(
            (session, now) -> {
              attempt(operation, negotiated, now, settlement);
              events.deliver();
            },
            () -> callbacks.execute(settlement::settle));
    if (!accepted) {
      future.completeExceptionally(
          RTCException.invalidState("the event loops of this connection were closed"));
    }
    return future;
  }

  private <T> void attempt(
      Operation<T> operation, NegotiatedSession session, long now, Settlement<T> settlement) {
    if (closed.getAsBoolean()) {
      settlement.failed(RTCException.invalidState("the connection is closed"));
      return;
    }
    try {
      settlement.succeeded(operation.run(session, now));
    } catch (NegotiationException e) {
      settlement.failed(new RTCException(e.kind().errorName(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      settlement.failed(e);
    }
  }

  static SdpType engineType(RTCSdpType type) {
    return SdpType.valueOf(type.name());
  }

  static RemoteCandidate remoteCandidate(RTCIceCandidateInit init) throws NegotiationException {
    CandidateAttribute parsed = null;
    if (!init.candidate().isEmpty()) {
      if (init.sdpMid() == null && init.sdpMLineIndex() == null) {
        throw RTCException.type("a candidate needs sdpMid or sdpMLineIndex");
      }
      try {
        parsed = CandidateAttribute.parse(init.candidate());
      } catch (SdpParseException e) {
        throw new NegotiationException(
            NegotiationException.Kind.OPERATION, "the candidate is malformed: " + e.getMessage());
      }
    }
    return new RemoteCandidate(
        parsed, init.sdpMid(), init.sdpMLineIndex(), init.usernameFragment());
  }

  /** What came of an operation, until the callback queue tells it. */
  private static final class Settlement<T> {
    private final CompletableFuture<T> future;
    private Runnable outcome = () -> {};

    Settlement(CompletableFuture<T> future) {
      this.future = future;
    }

    void succeeded(T value) {
      outcome = () -> future.complete(value);
    }

    void failed(Throwable error) {
      outcome = () -> future.completeExceptionally(error);
    }

    void settle() {
      outcome.run();
    }
  }
}
