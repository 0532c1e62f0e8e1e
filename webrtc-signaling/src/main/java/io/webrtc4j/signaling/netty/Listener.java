package io.webrtc4j.signaling.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.webrtc4j.signaling.message.JsonFormat;
import io.webrtc4j.signaling.room.Lobby;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The server's event loop and everything on it. One thread; see {@link #close} for its end. */
public final class Listener implements AutoCloseable {
  /** How long a client may take to send its request. */
  private static final int REQUEST_TIMEOUT_SECONDS = 10;

  /** How long a client may take to read what was sent. */
  private static final int WRITE_TIMEOUT_SECONDS = 60;

  /** Nobody has anything to tell in the body of a GET. */
  private static final int MAX_REQUEST_BODY_BYTES = 1024;

  /** How long closing waits for clients to answer close frames. */
  private static final long CLOSE_TIMEOUT_MILLIS = 2000;

  private final ServerSettings settings;
  private final MultiThreadIoEventLoopGroup group;
  private final ChannelGroup servers;
  private final ChannelGroup clients;
  private final LobbyDriver driver;
  private final StaticFiles files;

  /** Starts the event loop; nothing listens yet. */
  public Listener(ServerSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("webrtc-signaling"), NioIoHandler.newFactory());
    EventLoop loop = group.next();
    this.servers = new DefaultChannelGroup(loop);
    this.clients = new DefaultChannelGroup(loop);
    JsonFormat format = new JsonFormat(settings.maxMessageBytes());
    this.driver = new LobbyDriver(new Lobby(settings.lobbyLimits(), format, random), format, loop);
    this.files = new StaticFiles(settings.content());
  }

  /**
   * Listens at {@code address} as well; blocks until it does.
   *
   * @return the address with its real port
   * @throws Exception why not, as the operating system says
   */
  // Netty throws the checked exception of its failed future, undeclared.
  @SuppressWarnings("InterruptedExceptionSwallowed")
  public InetSocketAddress bind(InetSocketAddress address) throws Exception {
    int highWaterMark = settings.maxOutboundBytes();
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(highWaterMark / 2, highWaterMark))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    accept(channel);
                  }
                })
            .bind(address)
            .sync()
            .channel();
    servers.add(server);
    return (InetSocketAddress) server.localAddress();
  }

  /** Stops listening, says goodbye to every client, and ends the event loop. May block briefly. */
  @Override
  public void close() {
    servers.close().awaitUninterruptibly();
    files.close();
    group.next().submit(this::sayGoodbye).awaitUninterruptibly();
    clients.newCloseFuture().awaitUninterruptibly(CLOSE_TIMEOUT_MILLIS);
    group
        .shutdownGracefully(0, CLOSE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2 * CLOSE_TIMEOUT_MILLIS);
  }

  private void sayGoodbye() {
    driver.shutdown();
    var unused = clients.close(channel -> channel.pipeline().get(MemberSocket.class) == null);
  }

  private void accept(Channel channel) {
    if (clients.size() >= settings.maxConnections()) {
      Channels.close(channel);
      return;
    }
    clients.add(channel);
    channel
        .pipeline()
        .addLast(new ReadTimeoutHandler(REQUEST_TIMEOUT_SECONDS))
        .addLast(new WriteTimeoutHandler(WRITE_TIMEOUT_SECONDS))
        .addLast(new HttpServerCodec())
        .addLast(new HttpObjectAggregator(MAX_REQUEST_BODY_BYTES))
        .addLast(
            new RequestHandler(
                settings,
                new OriginPolicy(settings.allowedOrigins()),
                files,
                new Upgrade(driver, settings.maxMessageBytes())));
  }
}
