package io.webrtc4j.session.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelTransport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The SCTP association on one transport's DTLS, if there is one; and the one before it, which has
 * nothing left to do but to say goodbye.
 */
final class Associations {
  /** RFC 9260 §3.1, §3.2: behind the common header, the first chunk's type. */
  private static final int FIRST_CHUNK = 12;

  private static final byte ABORT = 6;

  private final RandomGenerator random;
  private @Nullable DataChannelTransport current;
  private @Nullable DataChannelTransport leaving;
  private @Nullable Consumer<DataChannelTransport> goodbye;
  private boolean mayMove;

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

  /** Gives the association away as it is; null if there is none. */
  @Nullable DataChannelTransport release() {
    DataChannelTransport released = current;
    current = null;
    goodbye = null;
    return released;
  }

  /** Takes another transport's association over as it is. */
  void adopt(DataChannelTransport other, boolean dtlsClient) {
    other.move(dtlsClient);
    current = other;
  }

  /**
   * Whether the association may be given away before long. The peer may have done so already: then
   * what looks like its goodbye is none, unless nothing comes of it.
   */
  void mayMove(boolean may, long now) {
    mayMove = may;
    Consumer<DataChannelTransport> held = goodbye;
    if (!may && held != null && current != null) {
      goodbye = null;
      held.accept(current);
    }
  }

  /** DTLS has ended, and the association with it. */
  void dtlsEnded(String reason, long now) {
    sayGoodbye(association -> association.abort(reason, now));
  }

  private void sayGoodbye(Consumer<DataChannelTransport> said) {
    if (mayMove) {
      goodbye = said;
    } else if (current != null) {
      said.accept(current);
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
      byte[] packet = data;
      if (isAbort(packet)) {
        sayGoodbye(association -> association.handlePacket(PacketBuffer.wrap(packet), now));
      } else if (current != null) {
        current.handlePacket(PacketBuffer.wrap(packet), now);
      }
    }
  }

  private static boolean isAbort(byte[] packet) {
    return packet.length > FIRST_CHUNK && packet[FIRST_CHUNK] == ABORT;
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
