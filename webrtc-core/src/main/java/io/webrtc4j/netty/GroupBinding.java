package io.webrtc4j.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.webrtc4j.world.UdpPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.function.Consumer;

/**
 * Opens a socket for a multicast group on one interface. It is bound to the group's address, so
 * that it takes no unicast from the machine's other sockets at the port, and hears none; where the
 * system does not have that (Windows), to the wildcard address.
 */
final class GroupBinding {
  /** RFC 6762 §11. */
  private static final int MULTICAST_TTL = 255;

  private final EventLoop loop;
  private final NetworkInterface networkInterface;
  private final InetSocketAddress group;

  GroupBinding(EventLoop loop, SystemLink link, InetSocketAddress group) {
    this.loop = loop;
    this.networkInterface = link.networkInterface();
    this.group = group;
  }

  void bind(Consumer<Channel> bound, Consumer<Throwable> failed) {
    bind(
        groupOnThisInterface(),
        bound,
        first -> bind(new InetSocketAddress(wildcard(), group.getPort()), bound, failed));
  }

  private void bind(InetSocketAddress local, Consumer<Channel> bound, Consumer<Throwable> failed) {
    ChannelFuture binding = bootstrap().bind(local);
    binding.addListener(
        done -> {
          if (done.isSuccess()) {
            join((NioDatagramChannel) binding.channel(), bound, failed);
          } else {
            failed.accept(done.cause());
          }
        });
  }

  private void join(
      NioDatagramChannel channel, Consumer<Channel> joined, Consumer<Throwable> failed) {
    channel
        .joinGroup(group.getAddress(), networkInterface, null)
        .addListener(
            done -> {
              if (done.isSuccess()) {
                joined.accept(channel);
              } else {
                channel.close().addListener(closed -> failed.accept(done.cause()));
              }
            });
  }

  private Bootstrap bootstrap() {
    return new Bootstrap()
        .group(loop)
        .channelFactory(() -> new NioDatagramChannel(open()))
        .option(ChannelOption.AUTO_READ, false)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(UdpPort.MAX_DATAGRAM))
        .handler(new ChannelInboundHandlerAdapter());
  }

  private DatagramChannel open() {
    try {
      DatagramChannel channel =
          DatagramChannel.open(
              isIpv6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
      try {
        // RFC 6762 §15.1: responders of one machine share the port.
        set(channel, StandardSocketOptions.SO_REUSEADDR, true);
        set(channel, StandardSocketOptions.SO_REUSEPORT, true);
        set(channel, StandardSocketOptions.IP_MULTICAST_IF, networkInterface);
        set(channel, StandardSocketOptions.IP_MULTICAST_TTL, MULTICAST_TTL);
        set(channel, StandardSocketOptions.IP_MULTICAST_LOOP, true);
        return channel;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> void set(DatagramChannel channel, SocketOption<T> option, T value)
      throws IOException {
    if (channel.supportedOptions().contains(option)) {
      channel.setOption(option, value);
    }
  }

  /** Groups of IPv6 that don't leave the link are bound with the interface's scope. */
  private InetSocketAddress groupOnThisInterface() {
    return isIpv6()
        ? new InetSocketAddress(
            address(group.getAddress().getAddress(), networkInterface.getIndex()), group.getPort())
        : group;
  }

  private InetAddress wildcard() {
    byte[] zeros = new byte[group.getAddress().getAddress().length];
    try {
      return InetAddress.getByAddress(zeros);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static InetAddress address(byte[] ipv6, int scope) {
    try {
      return Inet6Address.getByAddress(null, ipv6, scope);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean isIpv6() {
    return group.getAddress() instanceof Inet6Address;
  }
}
