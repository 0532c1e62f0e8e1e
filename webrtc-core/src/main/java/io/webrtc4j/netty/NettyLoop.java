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
import io.netty.util.concurrent.Future;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.MulticastLink;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** An event loop of Netty's, and how its sockets are opened. */
final class NettyLoop implements Loop {
  /** The system's default loses packets when a burst comes. */
  private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

  private static final int SEND_BUFFER_BYTES = 1 << 20;
  private static final WriteBufferWaterMark WRITE_MARKS =
      new WriteBufferWaterMark(256 * 1024, 512 * 1024);
  private static final int DATAGRAMS_PER_READ = 64;

  private final EventLoop loop;

  NettyLoop(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public void execute(Runnable task) {
    loop.execute(task);
  }

  @Override
  public Timer schedule(Runnable task, long delayNanos) {
    Future<?> scheduled = loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void bind(InetSocketAddress local, UdpListener listener, BindOutcome outcome) {
    ChannelFuture binding = bootstrap().bind(local);
    binding.addListener(
        done -> {
          if (done.isSuccess()) {
            opened(binding.channel(), listener, outcome);
          } else {
            failed(done.cause(), outcome);
          }
        });
  }

  @Override
  public void bindGroup(
      MulticastLink link, InetSocketAddress group, UdpListener listener, BindOutcome outcome) {
    GroupBinding binding = new GroupBinding(loop, (SystemLink) link, group);
    binding.bind(channel -> opened(channel, listener, outcome), cause -> failed(cause, outcome));
  }

  /** A channel that can't even be made fails on a thread of Netty's own. */
  private void failed(Throwable cause, BindOutcome outcome) {
    if (loop.inEventLoop()) {
      outcome.failed(cause);
    } else {
      execute(() -> outcome.failed(cause));
    }
  }

  private static void opened(Channel channel, UdpListener listener, BindOutcome outcome) {
    UdpSocket socket = new UdpSocket(listener, channel);
    channel.pipeline().addLast(socket);
    outcome.bound(socket);
    if (channel.isOpen()) {
      channel.config().setAutoRead(true);
    }
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
            new FixedRecvByteBufAllocator(UdpPort.MAX_DATAGRAM)
                .maxMessagesPerRead(DATAGRAMS_PER_READ))
        .handler(new ChannelInboundHandlerAdapter());
  }
}
