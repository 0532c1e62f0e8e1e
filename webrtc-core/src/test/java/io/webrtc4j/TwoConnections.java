package io.webrtc4j;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two connections of this process, over loopback sockets, that trickle to one another. */
final class TwoConnections implements AutoCloseable {
  static final long LIMIT_SECONDS = 30;
  static final PeerSettings LOOPBACK =
      PeerSettings.builder()
          .includeLoopback(true)
          .addressFilter(a -> a.isLoopbackAddress())
          .build();

  final RTCPeerConnection a;
  final RTCPeerConnection b;
  final BlockingQueue<RTCDataChannel> offered = new LinkedBlockingQueue<>();

  TwoConnections() {
    this(LOOPBACK);
  }

  TwoConnections(PeerSettings settings) {
    a = new RTCPeerConnection(RTCConfiguration.defaults(), settings);
    b = new RTCPeerConnection(RTCConfiguration.defaults(), settings);
    trickle(a, b);
    trickle(b, a);
    b.onDataChannel(event -> offered.add(event.channel()));
  }

  void negotiate() throws Exception {
    a.setLocalDescription()
        .thenCompose(done -> b.setRemoteDescription(local(a)))
        .thenCompose(done -> b.setLocalDescription())
        .thenCompose(done -> a.setRemoteDescription(local(b)))
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  RTCDataChannel nextOffered() throws Exception {
    RTCDataChannel channel = offered.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (channel == null) {
      throw new TimeoutException("no data channel came; states " + states());
    }
    return channel;
  }

  static void awaitOpen(RTCDataChannel channel) throws Exception {
    CompletableFuture<Event> opened = new CompletableFuture<>();
    channel.onOpen(opened::complete);
    opened.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  static BlockingQueue<MessageEvent> messages(RTCDataChannel channel) {
    BlockingQueue<MessageEvent> messages = new LinkedBlockingQueue<>();
    channel.onMessage(messages::add);
    return messages;
  }

  static MessageEvent next(BlockingQueue<MessageEvent> messages) throws Exception {
    MessageEvent message = messages.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new TimeoutException("no message came");
    }
    return message;
  }

  @Override
  public void close() {
    a.close();
    b.close();
  }

  private String states() {
    return a.connectionState() + " and " + b.connectionState();
  }

  private static RTCSessionDescription local(RTCPeerConnection connection) {
    RTCSessionDescription description = connection.localDescription();
    if (description == null) {
      throw new AssertionError("no local description is visible after it was set");
    }
    return description;
  }

  /** Candidates may be found before the peer has our description; they wait for it. */
  private static void trickle(RTCPeerConnection from, RTCPeerConnection to) {
    CompletableFuture<Event> described = new CompletableFuture<>();
    to.onSignalingStateChange(
        event -> {
          if (to.remoteDescription() != null) {
            described.complete(event);
          }
        });
    from.onIceCandidate(
        event -> described.thenCompose(ready -> to.addIceCandidate(event.candidate())));
  }
}
