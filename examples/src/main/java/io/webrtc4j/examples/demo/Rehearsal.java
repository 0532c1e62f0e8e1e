package io.webrtc4j.examples.demo;

import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCIceCandidate;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSessionDescription;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the JVM to itself once, so that its classes are loaded when the first page comes; that
 * page would wait for half a second else. It is also the shortest program that connects two peers.
 */
final class Rehearsal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final int LONGEST_SECONDS = 10;

  private final RTCPeerConnection offerer;
  private final RTCPeerConnection answerer;

  Rehearsal(RTCConfiguration configuration, PeerSettings settings) {
    offerer = new RTCPeerConnection(configuration, settings);
    answerer = new RTCPeerConnection(configuration, settings);
    offerer.onIceCandidate(event -> add(event.candidate(), answerer));
    answerer.onIceCandidate(event -> add(event.candidate(), offerer));
    offerer.createDataChannel("rehearsal").onOpen(event -> close());
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(this::close);
  }

  /** Begins; ends by itself. */
  void begin() {
    CompletableFuture<Void> negotiated =
        offerer
            .setLocalDescription()
            .thenCompose(done -> answerer.setRemoteDescription(localOf(offerer)))
            .thenCompose(done -> answerer.setLocalDescription())
            .thenCompose(done -> offerer.setRemoteDescription(localOf(answerer)))
            .thenAccept(done -> LOG.debug("Negotiated"));
    ignoreFailure(negotiated);
  }

  @Override
  public void close() {
    offerer.close();
    answerer.close();
  }

  private static RTCSessionDescription localOf(RTCPeerConnection pc) {
    return Objects.requireNonNull(pc.localDescription());
  }

  /** One that comes before the description is lost; those in the description are enough. */
  private static void add(@Nullable RTCIceCandidate candidate, RTCPeerConnection pc) {
    ignoreFailure(pc.addIceCandidate(candidate));
  }

  private static <T> void ignoreFailure(CompletableFuture<T> future) {
    var unused =
        future.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.debug(
                    "The rehearsal went wrong, which costs the first page some time", failure);
              }
            });
  }
}
