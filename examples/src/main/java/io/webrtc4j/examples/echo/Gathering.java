package io.webrtc4j.examples.echo;

import io.webrtc4j.RTCIceGatheringState;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSessionDescription;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** For signalling in one message: waits until a description holds all of its candidates. */
final class Gathering {
  private Gathering() {}

  /**
   * The local description once it is complete; call it when {@code setLocalDescription} has
   * completed. A description without a transport, such as an answer that rejects everything, has
   * nothing to gather and is complete already.
   */
  static CompletableFuture<RTCSessionDescription> completeDescription(RTCPeerConnection pc) {
    CompletableFuture<RTCSessionDescription> complete = new CompletableFuture<>();
    Runnable look =
        () -> {
          RTCSessionDescription local = Objects.requireNonNull(pc.localDescription());
          if (pc.iceGatheringState() == RTCIceGatheringState.COMPLETE || hasNoTransport(local)) {
            complete.complete(local);
          }
        };
    pc.onIceGatheringStateChange(event -> look.run());
    look.run();
    return complete;
  }

  private static boolean hasNoTransport(RTCSessionDescription description) {
    return !description.sdp().contains("a=ice-ufrag:");
  }
}
