package io.webrtc4j.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.IcePath;
import java.net.InetSocketAddress;

/** One bound UDP port: hands each datagram to the driver and each burst's end as well. */
final class UdpSocket extends ChannelInboundHandlerAdapter {
  /** Room for the largest datagram of an Ethernet; a longer one is cut and fails its checks. */
  static final int MAX_DATAGRAM = 2048;

  private final PeerDriver driver;
  private final Channel channel;
  private final InetSocketAddress local;
  private final PacketBuffer received = PacketBuffer.allocate(MAX_DATAGRAM, 0);

  UdpSocket(PeerDriver driver, Channel channel) {
    this.driver = driver;
    this.channel = channel;
    this.local = (InetSocketAddress) channel.localAddress();
  }

  InetSocketAddress local() {
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
      driver.received(received, new IcePath(local, datagram.sender()));
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    driver.pumpSoon();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    driver.pumpSoon();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // An unreachable destination is for ICE to find out; the socket serves other destinations.
    driver.socketError(local, cause);
  }

  boolean isWritable() {
    return channel.isWritable();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A void promise: failures reach exceptionCaught.
  void write(PacketBuffer packet, InetSocketAddress remote) {
    ByteBuf copy = channel.alloc().ioBuffer(packet.length());
    copy.writeBytes(packet.array(), packet.start(), packet.length());
    channel.write(new DatagramPacket(copy, remote), channel.voidPromise());
  }

  void flush() {
    channel.flush();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Closing a datagram socket does not fail.
  void close() {
    channel.close();
  }
}
