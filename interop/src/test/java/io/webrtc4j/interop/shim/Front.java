package io.webrtc4j.interop.shim;

import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.SimulatedLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.random.RandomGenerator;

/**
 * What the other side sees of one socket of a peer: a socket that stands in front of it. What comes
 * here goes on to the real one; and what the real one sends leaves from here, over its link.
 */
final class Front {
  /** More than a burst of either side; the system may allow less. */
  private static final int SOCKET_BUFFER = 4 << 20;

  private final InetSocketAddress real;
  private final DatagramChannel channel;
  private final SimulatedLink<Datagram> uplink;

  private record Datagram(ByteBuffer bytes, Front to) {}

  Front(InetSocketAddress real, RandomGenerator random) throws IOException {
    this.real = real;
    this.uplink = new SimulatedLink<>(LinkConditions.perfect(), random);
    this.channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
    channel.configureBlocking(false);
    // The peers are on this machine, so their addresses are ours too.
    channel.bind(new InetSocketAddress(real.getAddress(), 0));
  }

  DatagramChannel channel() {
    return channel;
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** The real socket has sent this to the one behind {@code to}. */
  void send(ByteBuffer bytes, Front to, LinkConditions conditions, long now) {
    uplink.conditions(conditions);
    uplink.send(new Datagram(bytes, to), bytes.remaining(), now);
  }

  /** Lets out what has passed the link by {@code now}. */
  void deliver(long now) throws IOException {
    for (Datagram next = uplink.poll(now); next != null; next = uplink.poll(now)) {
      channel.send(next.bytes().duplicate(), next.to().real);
    }
  }

  long nextArrival() {
    return uplink.nextArrival();
  }

  long sent() {
    return uplink.sent();
  }

  long lost() {
    return uplink.lost();
  }
}
