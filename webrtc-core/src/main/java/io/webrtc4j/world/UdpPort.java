package io.webrtc4j.world;

import io.webrtc4j.common.PacketBuffer;
import java.net.InetSocketAddress;

/** A bound UDP port, used on its loop alone. */
public interface UdpPort {
  /** The largest datagram that is sent or taken: room for that of an Ethernet. */
  int MAX_DATAGRAM = 2048;

  /** Where it is bound. */
  InetSocketAddress local();

  /** Whether it takes more now; {@link UdpListener#writabilityChanged} tells when it does again. */
  boolean isWritable();

  /** Copies {@code packet} to be sent to {@code remote} at the next {@link #flush}. */
  void write(PacketBuffer packet, InetSocketAddress remote);

  /** Sends what was written. */
  void flush();

  /** Gives the port back. */
  void close();
}
