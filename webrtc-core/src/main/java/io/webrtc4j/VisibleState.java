package io.webrtc4j;

import io.webrtc4j.session.jsep.Description;
import io.webrtc4j.session.jsep.Descriptions;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees of a connection. Written on the callback queue, directly before the listeners
 * that hear of it; read from any thread. Once closed on some thread it stays so, whatever the
 * callback queue is about to write.
 */
final class VisibleState {
  volatile RTCSignalingState signaling = RTCSignalingState.STABLE;
  volatile RTCIceGatheringState gathering = RTCIceGatheringState.NEW;
  volatile RTCIceConnectionState ice = RTCIceConnectionState.NEW;
  volatile RTCPeerConnectionState connection = RTCPeerConnectionState.NEW;
  volatile @Nullable String failureReason;

  /** There from the beginning; the user sees it once there is something for it to carry. */
  final RTCSctpTransport sctp = new RTCSctpTransport(new RTCDtlsTransport(), this);

  private volatile boolean transportsBegun;
  private volatile Descriptions descriptions = Descriptions.NONE;
  private volatile long maxMessageSize;
  private volatile boolean closed;

  synchronized void signaling(RTCSignalingState next) {
    if (!closed) {
      signaling = next;
    }
  }

  synchronized void ice(RTCIceConnectionState next) {
    if (!closed) {
      ice = next;
    }
  }

  synchronized void connection(RTCPeerConnectionState next, @Nullable String reason) {
    if (!closed) {
      connection = next;
      failureReason = reason;
    }
  }

  void transportsBegun() {
    transportsBegun = true;
  }

  @Nullable RTCSctpTransport sctp() {
    return transportsBegun ? sctp : null;
  }

  void descriptions(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /** The largest message that the peer takes, in bytes; 0 for any. */
  long maxMessageSize() {
    return maxMessageSize;
  }

  void maxMessageSize(long bytes) {
    maxMessageSize = bytes;
  }

  boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    signaling = RTCSignalingState.CLOSED;
    ice = RTCIceConnectionState.CLOSED;
    connection = RTCPeerConnectionState.CLOSED;
    sctp.close();
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
