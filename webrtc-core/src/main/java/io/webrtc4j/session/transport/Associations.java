package io.webrtc4j.session.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelTransport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The SCTP association on one transport's DTLS, if there is one; and the one before it, which has
 * nothing left to do but to say goodbye.
 */
final class Associations {
  private final RandomGenerator random;
  private @Nullable DataChannelTransport current;
  private @Nullable DataChannelTransport leaving;

  Associations(RandomGenerator random) {
    this.random = random;
  }

  @Nullable DataChannelTransport current() {
    return current;
  }

  DataChannelTransport begin(DataParameters parameters, boolean dtlsClient, long now) {
    DataChannelTransport begun =
        new DataChannelTransport(config(parameters, dtlsClient), random, now);
    current = begun;
    return begun;
  }

  /** Ends the association; it is polled until it has told the peer. */
  void end(String reason, long now) {
    if (current != null) {
      current.abort(reason, now);
      leaving = current;
      current = null;
    }
  }

  void connect(long now) {
    if (current != null) {
      current.connect(now);
    }
  }

  void abort(String reason, long now) {
    if (current != null) {
      current.abort(reason, now);
    }
  }

  void receiveFrom(DtlsConnection dtls, long now) {
    for (byte[] data = dtls.pollApplicationData();
        data != null;
        data = dtls.pollApplicationData()) {
      if (current != null) {
        current.handlePacket(PacketBuffer.wrap(data), now);
      }
    }
  }

  void handleTimeout(long now) {
    if (current != null && Deadline.isDue(current.nextDeadline(), now)) {
      current.handleTimeout(now);
    }
  }

  boolean pollPacket(PacketBuffer out) {
    if (leaving != null) {
      if (leaving.pollPacket(out)) {
        return true;
      }
      leaving = null;
    }
    return current != null && current.pollPacket(out);
  }

  long nextDeadline() {
    return current == null ? Deadline.NEVER : current.nextDeadline();
  }

  /** What the peer takes is checked where messages are sent, since descriptions may change it. */
  private static DataChannelConfig config(DataParameters parameters, boolean dtlsClient) {
    return DataChannelConfig.builder()
        .dtlsClient(dtlsClient)
        .localPort(parameters.localPort())
        .remotePort(parameters.remotePort())
        .maxMessageSize(parameters.maxMessageSize())
        .receiveWindow(
            (int)
                Math.max(DataChannelConfig.DEFAULT_RECEIVE_WINDOW, 2 * parameters.maxMessageSize()))
        .remoteMaxMessageSize(0)
        .build();
  }
}
