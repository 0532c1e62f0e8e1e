package io.webrtc4j.session.transport;

import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * DTLS datagrams that came before they could be handled: the peer's answer travels over the
 * signalling channel and may be slower than its ClientHello, or the path is still being verified.
 * Keeping them spares a retransmission timeout; more than a flight's worth is dropped.
 */
final class EarlyPackets {
  private static final int MAX_PACKETS = 8;

  private final Queue<byte[]> packets = new ArrayDeque<>();

  /** Keeps a copy of {@code packet}, if there is room. */
  boolean keep(PacketBuffer packet) {
    return packets.size() < MAX_PACKETS && packets.add(packet.toByteArray());
  }

  void replay(Consumer<PacketBuffer> handler) {
    for (byte[] packet = packets.poll(); packet != null; packet = packets.poll()) {
      handler.accept(PacketBuffer.wrap(packet));
    }
  }
}
