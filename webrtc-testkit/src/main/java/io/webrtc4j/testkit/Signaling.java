package io.webrtc4j.testkit;

import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSignalingState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Signals between two connections whenever one needs it: offers, answers and candidates as they
 * come, by "perfect negotiation" (W3C WebRTC §10.7), so that both may offer at once. It stands for
 * the application's signalling channel, which neither loses nor reorders.
 */
public final class Signaling {
  private final VirtualNetwork network;
  private final Duration delay;
  private @Nullable Throwable failure;

  private Signaling(VirtualNetwork network, Duration delay) {
    this.network = network;
    this.delay = delay;
  }

  /**
   * Begins to signal between {@code a} and {@code b}; to be called before either is used.
   *
   * @param delay how long a message takes
   */
  public static Signaling between(
      VirtualNetwork network, RTCPeerConnection a, RTCPeerConnection b, Duration delay) {
    Signaling signaling = new Signaling(network, delay);
    End left = signaling.new End(a, false);
    End right = signaling.new End(b, true);
    left.signalTo(right);
    right.signalTo(left);
    return signaling;
  }

  /** What went wrong first, or null. */
  public @Nullable Throwable failure() {
    return failure;
  }

  private void remember(CompletionStage<?> stage) {
    CompletableFuture<?> unused =
        stage
            .toCompletableFuture()
            .whenComplete(
                (done, error) -> {
                  if (error != null && failure == null) {
                    failure = error;
                  }
                });
  }

  /** One connection and what perfect negotiation remembers of it. */
  private final class End {
    private final RTCPeerConnection connection;
    private final boolean polite;
    private boolean makingOffer;
    private boolean ignoringOffer;

    End(RTCPeerConnection connection, boolean polite) {
      this.connection = connection;
      this.polite = polite;
    }

    void signalTo(End other) {
      connection.onNegotiationNeeded(
          event -> {
            makingOffer = true;
            remember(describe(other).whenComplete((done, error) -> makingOffer = false));
          });
      connection.onIceCandidate(
          event -> network.schedule(delay, () -> other.candidate(event.candidate())));
    }

    private CompletableFuture<?> describe(End other) {
      return connection
          .setLocalDescription()
          .thenRun(
              () -> {
                RTCSessionDescription local =
                    Objects.requireNonNull(connection.localDescription(), "the description");
                network.schedule(delay, () -> other.description(local, this));
              });
    }

    private void description(RTCSessionDescription description, End sender) {
      boolean offer = description.type() == RTCSdpType.OFFER;
      boolean collision =
          offer && (makingOffer || connection.signalingState() != RTCSignalingState.STABLE);
      ignoringOffer = collision && !polite;
      if (ignoringOffer || connection.signalingState() == RTCSignalingState.CLOSED) {
        return;
      }
      remember(connection.setRemoteDescription(description));
      if (offer) {
        remember(describe(sender));
      }
    }

    private void candidate(io.webrtc4j.@Nullable RTCIceCandidate candidate) {
      if (!ignoringOffer && connection.signalingState() != RTCSignalingState.CLOSED) {
        remember(connection.addIceCandidate(candidate));
      }
    }
  }
}
