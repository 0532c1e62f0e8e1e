package io.webrtc4j.session.transport;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.IcePath;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * DTLS datagrams that came before they could be handled: the peer's answer travels over the
 * signalling channel and may be slower than its ClientHello, or the path is still being verified.
 * Keeping them spares a retransmission timeout; more than a flight's worth is dropped.
 */
final class EarlyPackets {
  private static final int MAX_PACKETS = 8;

  private final Queue<EarlyPacket> packets = new ArrayDeque<>();

  /** Keeps a copy of {@code packet}, if there is room. */
  boolean keep(PacketBuffer packet, IcePath path) {
    return packets.size() < MAX_PACKETS && packets.add(new EarlyPacket(packet.toByteArray(), path));
  }

  /** Hands over those that came along a path that is verified by now; the others are dropped. */
  void replay(Predicate<IcePath> verified, Consumer<PacketBuffer> handler) {
    for (EarlyPacket packet = packets.poll(); packet != null; packet = packets.poll()) {
      if (verified.test(packet.path())) {
        handler.accept(PacketBuffer.wrap(packet.content()));
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record EarlyPacket(byte[] content, IcePath path) {}
}
