package io.webrtc4j.examples.echo;

import io.webrtc4j.MessageEvent;
import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCException;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's side of one connection: every message goes back on the channel it came by. */
final class EchoPeer implements AutoCloseable {
  /** A client that does not connect within this time will not. */
  private static final int CONNECTING_SECONDS = 30;

  private static final long MUCH_BYTES = 1 << 20;
  private static final long LOOK_AGAIN_NANOS = 1_000_000;
  private static final int PATIENCE_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(EchoPeer.class);

  private final RTCPeerConnection pc;
  private final Consumer<EchoPeer> onClosed;

  /**
   * A new connection.
   *
   * @param onClosed hears when it is over, whoever ended it
   */
  EchoPeer(PeerSettings settings, Consumer<EchoPeer> onClosed) {
    this.onClosed = onClosed;
    pc = new RTCPeerConnection(RTCConfiguration.defaults(), settings);
    pc.onDataChannel(event -> echo(event.channel()));
    pc.onConnectionStateChange(event -> closeIfOver());
  }

  /**
   * Takes an offer.
   *
   * @return the answer with all candidates; fails with an {@code RTCException} if the offer can't
   *     be accepted
   */
  CompletableFuture<RTCSessionDescription> answer(RTCSessionDescriptionInit offer) {
    CompletableFuture.delayedExecutor(CONNECTING_SECONDS, TimeUnit.SECONDS)
        .execute(this::closeUnlessConnected);
    return pc.setRemoteDescription(offer)
        .thenCompose(done -> pc.createAnswer())
        .thenCompose(pc::setLocalDescription)
        .thenCompose(done -> Gathering.completeDescription(pc));
  }

  @Override
  public void close() {
    pc.close();
    onClosed.accept(this);
  }

  private void echo(RTCDataChannel channel) {
    channel.onMessage(
        message -> {
          awaitRoom(channel);
          sendBack(channel, message);
        });
  }

  /**
   * Waits while much is on its way already. A listener may block: the library then takes nothing
   * more from the client, whose own buffer fills, and so the server's memory does not.
   */
  private void awaitRoom(RTCDataChannel channel) {
    long start = System.nanoTime();
    while (channel.bufferedAmount() > MUCH_BYTES
        && channel.readyState() == RTCDataChannelState.OPEN) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        LOG.info("A client takes nothing of what it gets back and is left");
        close();
        return;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static void sendBack(RTCDataChannel channel, MessageEvent message) {
    try {
      if (message.isText()) {
        channel.send(message.text());
      } else {
        channel.send(message.bytes());
      }
    } catch (RTCException e) {
      LOG.debug("The channel was closed before its message went back", e);
    }
  }

  private void closeIfOver() {
    RTCPeerConnectionState state = pc.connectionState();
    if (state == RTCPeerConnectionState.FAILED || state == RTCPeerConnectionState.CLOSED) {
      close();
    }
  }

  private void closeUnlessConnected() {
    if (pc.connectionState() == RTCPeerConnectionState.NEW
        || pc.connectionState() == RTCPeerConnectionState.CONNECTING) {
      close();
    }
  }
}
