package io.webrtc4j.sctp;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Events that wait to be polled, and the bytes that wait with them. */
final class EventQueue {
  /** What a waiting message costs beside its payload, so that tiny ones count too. */
  static final int OVERHEAD = 64;

  private final Queue<DataChannelEvent> events = new ArrayDeque<>();
  private long unreadBytes;

  void add(DataChannelEvent event) {
    events.add(event);
    if (event instanceof DataChannelEvent.MessageReceived message) {
      retain(message.payload().length);
    }
  }

  @Nullable DataChannelEvent poll() {
    DataChannelEvent event = events.poll();
    if (event instanceof DataChannelEvent.MessageReceived message) {
      release(message.payload().length);
    }
    return event;
  }

  /** Counts a payload that waits elsewhere. */
  void retain(int length) {
    unreadBytes += length + OVERHEAD;
  }

  void release(int length) {
    unreadBytes -= length + OVERHEAD;
  }

  /** Bytes that the receive window must count. */
  long unreadBytes() {
    return unreadBytes;
  }
}
