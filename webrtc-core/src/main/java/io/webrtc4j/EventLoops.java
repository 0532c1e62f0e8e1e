package io.webrtc4j;

/**
 * The I/O threads that connections share; each connection lives on one of them.
 *
 * <p>Most programs use the {@link #shared()} ones. They are daemon threads: they do not keep a
 * program from ending. The testkit has virtual ones, which need no thread; other implementations
 * are refused.
 */
public interface EventLoops extends AutoCloseable {
  /** The process-wide loops, one for each processor, started when first needed. */
  static EventLoops shared() {
    return SystemEventLoops.SHARED;
  }

  /** Loops of one's own. */
  static EventLoops create(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    return new SystemEventLoops(threads);
  }

  /** Ends the threads; connections on them must be closed before. The shared ones stay. */
  @Override
  void close();
}
