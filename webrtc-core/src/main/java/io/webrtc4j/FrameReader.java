package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a track for a program that asks for them in its own time. Those that it does not
 * ask for in time, some megabytes later, are dropped, of video up to a key frame, which is asked
 * for. May be used from any thread.
 */
public final class FrameReader implements AutoCloseable {
  private final Sink sink;
  private final Backlog backlog;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<EncodedFrame> frames = new ArrayDeque<>();
  private final MediaStreamTrack track;
  private boolean closed;

  FrameReader(MediaStreamTrack track) {
    this.track = track;
    this.backlog = new Backlog(track.source(), true);
    this.sink = new Sink();
    track.addSink(sink);
  }

  /** The next frame if there is one now, or null. */
  public @Nullable EncodedFrame poll() {
    lock.lock();
    try {
      EncodedFrame frame = frames.poll();
      if (frame != null) {
        backlog.leave(size(frame));
      }
      return frame;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next frame. Not to be called where listeners run.
   *
   * @return null if none came in time, or the reader was closed
   * @throws InterruptedException if the thread was interrupted
   */
  public @Nullable EncodedFrame read(Duration timeout) throws InterruptedException {
    long remaining = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (frames.isEmpty() && !closed && remaining > 0) {
        remaining = changed.awaitNanos(remaining);
      }
      return poll();
    } finally {
      lock.unlock();
    }
  }

  /** Stops; what was not read is dropped, and who waits goes on. */
  @Override
  public void close() {
    track.removeSink(sink);
    lock.lock();
    try {
      closed = true;
      frames.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static long size(EncodedFrame frame) {
    return frame.payload().length + Backlog.BYTES_EACH;
  }

  /** What the track sees of it. */
  private final class Sink implements MediaSink {
    @Override
    public void interrupted() {
      backlog.interrupted();
    }

    @Override
    public Delivery wanted() {
      return new Delivery(true, false);
    }

    @Override
    public boolean frame(EncodedFrame frame) {
      if (!backlog.enter(size(frame), frame.rid(), frame.isKeyFrame())) {
        return false;
      }
      lock.lock();
      try {
        if (!closed) {
          frames.add(frame);
          changed.signal();
        }
        return !closed;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean packet(MediaPacket packet) {
      return false;
    }
  }
}
