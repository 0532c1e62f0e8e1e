package io.webrtc4j.examples.echo;

import io.webrtc4j.RTCIceGatheringState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSessionDescription;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** For signalling in one message: waits until a description holds all of its candidates. */
final class Gathering {
  private Gathering() {}

  /** The local description once it is complete; call it after {@code setLocalDescription}. */
  static CompletableFuture<RTCSessionDescription> completeDescription(RTCPeerConnection pc) {
    CompletableFuture<RTCSessionDescription> complete = new CompletableFuture<>();
    Runnable look =
        () -> {
          if (pc.iceGatheringState() == RTCIceGatheringState.COMPLETE) {
            complete.complete(Objects.requireNonNull(pc.localDescription()));
          }
        };
    pc.onIceGatheringStateChange(event -> look.run());
    look.run();
    return complete;
  }
}
