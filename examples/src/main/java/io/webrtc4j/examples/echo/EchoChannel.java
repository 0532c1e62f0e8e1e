package io.webrtc4j.examples.echo;

import io.webrtc4j.MessageEvent;
import io.webrtc4j.RTCDataChannel;
import java.util.concurrent.CompletableFuture;

/** The client's side of one data channel: what is sent is to come back before the next is sent. */
final class EchoChannel {
  private final RTCDataChannel channel;
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private volatile CompletableFuture<MessageEvent> echo = new CompletableFuture<>();

  EchoChannel(RTCDataChannel channel) {
    this.channel = channel;
    channel.onOpen(event -> opened.complete(null));
    channel.onClose(event -> closed.complete(null));
    channel.onMessage(message -> echo.complete(message));
  }

  /** Completes when it is open. */
  CompletableFuture<Void> opened() {
    return opened;
  }

  /** Completes when it is closed, whoever did it. */
  CompletableFuture<Void> closed() {
    return closed;
  }

  /** Sends a string or bytes, and completes with what comes back. */
  CompletableFuture<MessageEvent> send(Object message) {
    CompletableFuture<MessageEvent> expected = new CompletableFuture<>();
    echo = expected;
    if (message instanceof String text) {
      channel.send(text);
    } else {
      channel.send(((byte[]) message).clone());
    }
    return expected;
  }

  void close() {
    channel.close();
  }
}
