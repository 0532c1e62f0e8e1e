package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.session.ReceivedFrame;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Frames that wait to be taken, some of them until their time has come. */
final class FrameQueue {
  static final int MAX_FRAMES = 512;

  /** Bytes of a queue that is not empty at most. */
  static final int MAX_BYTES = 16 << 20;

  private record Waiting(ReceivedFrame frame, long due) {}

  private final ArrayDeque<Waiting> frames = new ArrayDeque<>();
  private long bytes;
  private long now;

  /** Adds a frame that is given at {@code due}; false if there is no room. */
  boolean add(ReceivedFrame frame, long due) {
    if (frames.size() == MAX_FRAMES
        || (!frames.isEmpty() && bytes + frame.data().length > MAX_BYTES)) {
      return false;
    }
    Waiting last = frames.peekLast();
    frames.add(new Waiting(frame, last == null ? due : Math.max(due, last.due)));
    bytes += frame.data().length;
    return true;
  }

  int size() {
    return frames.size();
  }

  void clear() {
    frames.clear();
    bytes = 0;
  }

  void time(long now) {
    this.now = now;
  }

  @Nullable ReceivedFrame poll() {
    Waiting first = frames.peek();
    if (first == null || first.due > now) {
      return null;
    }
    frames.remove();
    bytes -= first.frame.data().length;
    return first.frame;
  }

  /** When the next frame's time comes, if it has not. */
  long nextDeadline() {
    Waiting first = frames.peek();
    return first == null || first.due <= now ? Deadline.NEVER : first.due;
  }
}
