package io.webrtc4j.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetSocketAddress;

/** One bound UDP socket: hands over each datagram and each burst's end as well. */
final class UdpSocket extends ChannelInboundHandlerAdapter implements UdpPort {
  private final UdpListener listener;
  private final Channel channel;
  private final InetSocketAddress local;
  // A longer datagram is cut and fails its checks.
  private final PacketBuffer received = PacketBuffer.allocate(MAX_DATAGRAM, 0);

  UdpSocket(UdpListener listener, Channel channel) {
    this.listener = listener;
    this.channel = channel;
    this.local = (InetSocketAddress) channel.localAddress();
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      DatagramPacket datagram = (DatagramPacket) message;
      ByteBuf content = datagram.content();
      int length = Math.min(content.readableBytes(), MAX_DATAGRAM);
      content.readBytes(received.array(), 0, length);
      received.bounds(0, length);
      listener.received(this, received, datagram.sender());
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    listener.burstEnded(this);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    listener.writabilityChanged(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // An unreachable destination is for ICE to find out; the socket serves other destinations.
    listener.failed(this, cause);
  }

  @Override
  public boolean isWritable() {
    return channel.isWritable();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // A void promise: failures reach exceptionCaught.
  public void write(PacketBuffer packet, InetSocketAddress remote) {
    ByteBuf copy = channel.alloc().ioBuffer(packet.length());
    copy.writeBytes(packet.array(), packet.start(), packet.length());
    channel.write(new DatagramPacket(copy, remote), channel.voidPromise());
  }

  @Override
  public void flush() {
    channel.flush();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Closing a datagram socket does not fail.
  public void close() {
    channel.close();
  }
}
