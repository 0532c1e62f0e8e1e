package io.webrtc4j;

import io.webrtc4j.netty.LoopGroup;

/** Event loops on threads of this process. */
final class SystemEventLoops extends LoopGroup implements EventLoops {
  static final EventLoops SHARED = new SystemEventLoops(Runtime.getRuntime().availableProcessors());

  SystemEventLoops(int threads) {
    super(threads);
  }

  @Override
  public void close() {
    if (!equals(SHARED)) {
      shutdown();
    }
  }
}
