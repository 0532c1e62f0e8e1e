package io.webrtc4j.examples.echo;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MessageEvent;
import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCDataChannelState;
import io.webrtc4j.RTCDtlsTransport;
import io.webrtc4j.RTCDtlsTransportState;
import io.webrtc4j.RTCException;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCPeerConnectionState;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverDirection;
import io.webrtc4j.RTCSctpTransport;
import io.webrtc4j.RTCSctpTransportState;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.RTCTrackEvent;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's side of one connection: every message goes back on the channel it came by, and every
 * track, audio or video, on the transceiver it came by.
 */
final class EchoPeer {
  /** A client that does not connect within this time will not. */
  private static final int CONNECTING_SECONDS = 30;

  private static final long MUCH_BYTES = 1 << 20;
  private static final long LOOK_AGAIN_NANOS = 1_000_000;
  private static final int PATIENCE_SECONDS = 30;
  private static final String CLOSED_BY_CLIENT = "the client closed it";

  private static final Logger LOG = LoggerFactory.getLogger(EchoPeer.class);

  private final int number;
  private final RTCPeerConnection pc;
  private final BiConsumer<EchoPeer, String> told;
  private final BiConsumer<EchoPeer, String> ended;

  /**
   * A new connection.
   *
   * @param number by which people know it
   * @param told hears what happens
   * @param ended hears when it is over, and why, at least once
   */
  EchoPeer(
      int number,
      PeerSettings settings,
      BiConsumer<EchoPeer, String> told,
      BiConsumer<EchoPeer, String> ended) {
    this.number = number;
    this.told = told;
    this.ended = ended;
    pc = new RTCPeerConnection(RTCConfiguration.defaults(), settings);
    pc.onDataChannel(event -> echo(event.channel()));
    pc.onTrack(EchoPeer::echo);
    pc.onConnectionStateChange(event -> stateChanged());
  }

  int number() {
    return number;
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
        .thenRun(this::listenToPeersEnd)
        .thenCompose(done -> Gathering.completeDescription(pc));
  }

  /** Ends it. */
  void close(String why) {
    pc.close();
    ended.accept(this, why);
  }

  /** Completes when it is over and the client was told. */
  CompletableFuture<?> whenEnded() {
    return pc.whenEnded();
  }

  /** Who closes a connection says so; only those who vanish are waited for. */
  private void listenToPeersEnd() {
    RTCSctpTransport sctp = pc.sctp();
    if (sctp != null) {
      sctp.onStateChange(
          event -> {
            if (sctp.state() == RTCSctpTransportState.CLOSED) {
              close(CLOSED_BY_CLIENT);
            }
          });
    }
    pc.getTransceivers().stream()
        .map(transceiver -> transceiver.receiver().transport())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(this::listenToPeersEnd);
  }

  private void listenToPeersEnd(RTCDtlsTransport dtls) {
    dtls.onStateChange(
        event -> {
          if (dtls.state() == RTCDtlsTransportState.CLOSED) {
            close(CLOSED_BY_CLIENT);
          }
        });
  }

  /** Before the answer is made, which says that the track goes both ways. */
  private static void echo(RTCTrackEvent event) {
    RTCRtpTransceiver transceiver = event.transceiver();
    transceiver.setDirection(RTCRtpTransceiverDirection.SENDRECV);
    transceiver.sender().setStreams(event.streams().toArray(MediaStream[]::new));
    var unused = transceiver.sender().replaceTrack(event.track());
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
        close("the client takes nothing of what it gets back");
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

  private void stateChanged() {
    switch (pc.connectionState()) {
      case FAILED -> close(pc.failureReason().orElse("it failed"));
      case CLOSED -> close("it was closed");
      default -> told.accept(this, pc.connectionState().toString());
    }
  }

  private void closeUnlessConnected() {
    if (pc.connectionState() == RTCPeerConnectionState.NEW
        || pc.connectionState() == RTCPeerConnectionState.CONNECTING) {
      close("it did not connect within " + CONNECTING_SECONDS + " s");
    }
  }
}
