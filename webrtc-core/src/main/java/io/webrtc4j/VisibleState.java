package io.webrtc4j;

import io.webrtc4j.jsep.Description;
import io.webrtc4j.jsep.Descriptions;
import io.webrtc4j.jsep.JsepState;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees of a connection. Written in steps, directly before the listeners that hear of
 * it; read from any thread. Once closed on some thread it stays so.
 */
final class VisibleState {
  volatile RTCSignalingState signaling = RTCSignalingState.STABLE;
  volatile RTCIceGatheringState gathering = RTCIceGatheringState.NEW;
  volatile RTCIceConnectionState ice = RTCIceConnectionState.NEW;
  volatile RTCPeerConnectionState connection = RTCPeerConnectionState.NEW;
  volatile @Nullable String failureReason;

  private volatile @Nullable RTCSctpTransport sctp;
  private volatile Descriptions descriptions = Descriptions.NONE;
  private volatile @Nullable Boolean canTrickle;
  private volatile @Nullable Long maxMessageSize;
  private volatile boolean closed;
  private final AtomicLong dataChannelsOpened = new AtomicLong();
  private final AtomicLong dataChannelsClosed = new AtomicLong();

  /** Shows what was described; in a step. */
  synchronized void descriptions(JsepState state) {
    descriptions = state.descriptions();
    canTrickle = state.canTrickleIceCandidates();
    if (!closed) {
      signaling = RTCSignalingState.valueOf(state.signaling().name());
    }
  }

  /** Tells whether that is news. */
  boolean gathering(RTCIceGatheringState next) {
    boolean news = gathering != next;
    gathering = next;
    return news;
  }

  /** Tells whether that is news. */
  synchronized boolean ice(RTCIceConnectionState next) {
    boolean news = !closed && ice != next;
    if (news) {
      ice = next;
    }
    return news;
  }

  /**
   * Tells whether that is news.
   *
   * @param reason why it failed, or null
   */
  synchronized boolean connection(RTCPeerConnectionState next, @Nullable String reason) {
    boolean news = !closed && connection != next;
    if (news) {
      connection = next;
      failureReason = reason;
    }
    return news;
  }

  void sctp(@Nullable RTCSctpTransport transport) {
    sctp = transport;
  }

  @Nullable RTCSctpTransport sctp() {
    return sctp;
  }

  @Nullable Boolean canTrickle() {
    return canTrickle;
  }

  /** The largest message that the peer takes, in bytes; 0 for any, null while it is not known. */
  @Nullable Long maxMessageSize() {
    return maxMessageSize;
  }

  void maxMessageSize(long bytes) {
    maxMessageSize = bytes;
  }

  void dataChannelOpened() {
    dataChannelsOpened.incrementAndGet();
  }

  void dataChannelClosed() {
    dataChannelsClosed.incrementAndGet();
  }

  /** How many data channels have become open. */
  long dataChannelsOpened() {
    return dataChannelsOpened.get();
  }

  /** How many of these are open no longer. */
  long dataChannelsClosed() {
    return dataChannelsClosed.get();
  }

  boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    signaling = RTCSignalingState.CLOSED;
    ice = RTCIceConnectionState.CLOSED;
    connection = RTCPeerConnectionState.CLOSED;
  }

  @Nullable RTCSessionDescription currentLocal() {
    return visible(descriptions.currentLocal());
  }

  @Nullable RTCSessionDescription pendingLocal() {
    return visible(descriptions.pendingLocal());
  }

  @Nullable RTCSessionDescription local() {
    return visible(descriptions.local());
  }

  @Nullable RTCSessionDescription currentRemote() {
    return visible(descriptions.currentRemote());
  }

  @Nullable RTCSessionDescription pendingRemote() {
    return visible(descriptions.pendingRemote());
  }

  @Nullable RTCSessionDescription remote() {
    return visible(descriptions.remote());
  }

  private static @Nullable RTCSessionDescription visible(@Nullable Description description) {
    return description == null
        ? null
        : new RTCSessionDescription(
            RTCSdpType.valueOf(description.type().name()), description.text());
  }
}
