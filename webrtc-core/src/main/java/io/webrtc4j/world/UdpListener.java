package io.webrtc4j.world;

import io.webrtc4j.common.PacketBuffer;
import java.net.InetSocketAddress;

/** Hears what happens at a {@link UdpPort}, on its loop. */
public interface UdpListener {
  /** A datagram arrived; {@code packet} is lent for the call. */
  void received(UdpPort port, PacketBuffer packet, InetSocketAddress remote);

  /** No more datagrams are there for now. */
  void burstEnded(UdpPort port);

  /** The port's {@link UdpPort#isWritable} changed. */
  void writabilityChanged(UdpPort port);

  /** The system reported an error, such as an unreachable destination. */
  void failed(UdpPort port, Throwable cause);
}
