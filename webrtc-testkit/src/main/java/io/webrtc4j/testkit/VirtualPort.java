package io.webrtc4j.testkit;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** A socket of a virtual host. */
final class VirtualPort implements UdpPort {
  /** What the library asks the system for. */
  private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

  private final HostPorts host;
  private final InetSocketAddress local;
  private final InetSocketAddress source;
  private final UdpListener listener;
  private final Queue<Datagram> held = new ArrayDeque<>();
  private int heldBytes;
  private boolean closed;

  /**
   * A socket.
   *
   * @param local where it hears: an address of the host or a multicast group
   * @param source where its packets come from
   */
  VirtualPort(
      HostPorts host, InetSocketAddress local, InetSocketAddress source, UdpListener listener) {
    this.host = host;
    this.local = local;
    this.source = source;
    this.listener = listener;
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public boolean isWritable() {
    return true; // Links have queues of their own.
  }

  @Override
  public void write(PacketBuffer packet, InetSocketAddress remote) {
    host.send(new Datagram(source, remote, packet.toByteArray()));
  }

  @Override
  public void flush() {
    // Sent already.
  }

  @Override
  public void close() {
    closed = true;
    host.close(this);
  }

  void deliver(Datagram datagram) {
    if (!closed) {
      // The receiver decrypts in place; a duplicate must not see that.
      listener.received(this, PacketBuffer.wrap(datagram.payload().clone()), datagram.from());
      listener.burstEnded(this);
    }
  }

  /** Keeps a datagram while the host is paused; tells whether there was room. */
  boolean hold(Datagram datagram) {
    int bytes = datagram.payload().length;
    if (heldBytes + bytes > RECEIVE_BUFFER_BYTES) {
      return false;
    }
    heldBytes += bytes;
    held.add(datagram);
    return true;
  }

  void releaseHeld(Consumer<Runnable> executor) {
    for (Datagram next = held.poll(); next != null; next = held.poll()) {
      Datagram datagram = next;
      executor.accept(() -> deliver(datagram));
    }
    heldBytes = 0;
  }
}
