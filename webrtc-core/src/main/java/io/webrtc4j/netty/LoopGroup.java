package io.webrtc4j.netty;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** A set of event loops; connections are spread over them in turn. */
public final class LoopGroup {
  private static final long QUIET_PERIOD_MILLIS = 0;
  private static final long SHUTDOWN_LIMIT_MILLIS = 5_000;

  private final EventLoopGroup group;

  private LoopGroup(EventLoopGroup group) {
    this.group = group;
  }

  /** Loops on {@code threads} daemon threads, started when first used. */
  public static LoopGroup create(int threads) {
    return new LoopGroup(
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("webrtc4j-io", true), NioIoHandler.newFactory()));
  }

  EventLoop next() {
    return group.next();
  }

  /** Ends the threads within five seconds. */
  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for daemon threads.
  public void shutdown() {
    group.shutdownGracefully(QUIET_PERIOD_MILLIS, SHUTDOWN_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
  }
}
