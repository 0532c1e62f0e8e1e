package io.webrtc4j;

import io.webrtc4j.netty.LoopGroup;

/**
 * The I/O threads that connections share; each connection lives on one of them.
 *
 * <p>Most programs use the {@link #shared()} ones. They are daemon threads: they do not keep a
 * program from ending.
 */
public final class EventLoops implements AutoCloseable {
  private final LoopGroup group;

  private EventLoops(LoopGroup group) {
    this.group = group;
  }

  /** The process-wide loops, one for each processor, started when first needed. */
  public static EventLoops shared() {
    return Shared.LOOPS;
  }

  /** Loops of one's own. */
  public static EventLoops create(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    return new EventLoops(LoopGroup.create(threads));
  }

  LoopGroup group() {
    return group;
  }

  /** Ends the threads; connections on them must be closed before. The shared ones stay. */
  @Override
  public void close() {
    if (!equals(Shared.LOOPS)) {
      group.shutdown();
    }
  }

  private static final class Shared {
    private static final EventLoops LOOPS =
        new EventLoops(LoopGroup.create(Runtime.getRuntime().availableProcessors()));
  }
}
