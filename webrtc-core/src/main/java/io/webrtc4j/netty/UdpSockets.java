package io.webrtc4j.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sockets of one connection, one for each local address. Lives on its event loop. */
final class UdpSockets {
  /** The system's default loses packets when a burst comes. */
  private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

  private static final int SEND_BUFFER_BYTES = 1 << 20;
  private static final WriteBufferWaterMark WRITE_MARKS =
      new WriteBufferWaterMark(256 * 1024, 512 * 1024);
  private static final int DATAGRAMS_PER_READ = 64;

  private final EventLoop loop;
  private final PeerDriver driver;
  private final GatheringPolicy policy;
  private final Map<InetSocketAddress, UdpSocket> byLocalAddress = new HashMap<>();
  private boolean closed;

  UdpSockets(EventLoop loop, PeerDriver driver, GatheringPolicy policy) {
    this.loop = loop;
    this.driver = driver;
    this.policy = policy;
  }

  @Nullable UdpSocket at(InetSocketAddress local) {
    return byLocalAddress.get(local);
  }

  /** Binds {@code address} and tells {@code bound} the socket, or null where none can be had. */
  void bind(InetAddress address, int startPort, Consumer<@Nullable UdpSocket> bound) {
    bind(address, startPort, portCount(), bound);
  }

  private void bind(
      InetAddress address, int port, int attemptsLeft, Consumer<@Nullable UdpSocket> bound) {
    ChannelFuture binding = bootstrap().bind(new InetSocketAddress(address, port));
    binding.addListener(
        done -> {
          if (done.isSuccess()) {
            bound.accept(adopt(binding.channel()));
          } else if (attemptsLeft > 1) {
            bind(address, nextPort(port), attemptsLeft - 1, bound);
          } else {
            driver.bindFailed(address, done.cause());
            bound.accept(null);
          }
        });
  }

  void flush() {
    byLocalAddress.values().forEach(UdpSocket::flush);
  }

  void close() {
    closed = true;
    byLocalAddress.values().forEach(UdpSocket::close);
    byLocalAddress.clear();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Closing a datagram socket does not fail.
  private @Nullable UdpSocket adopt(Channel channel) {
    if (closed) {
      channel.close();
      return null;
    }
    UdpSocket socket = new UdpSocket(driver, channel);
    channel.pipeline().addLast(socket);
    byLocalAddress.put(socket.local(), socket);
    channel.config().setAutoRead(true);
    return socket;
  }

  private Bootstrap bootstrap() {
    return new Bootstrap()
        .group(loop)
        .channel(NioDatagramChannel.class)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
        .option(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITE_MARKS)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(UdpSocket.MAX_DATAGRAM)
                .maxMessagesPerRead(DATAGRAMS_PER_READ))
        .handler(new ChannelInboundHandlerAdapter());
  }

  private int portCount() {
    return policy.minPort() == 0 ? 1 : policy.maxPort() - policy.minPort() + 1;
  }

  private int nextPort(int port) {
    return port == policy.maxPort() ? policy.minPort() : port + 1;
  }
}
