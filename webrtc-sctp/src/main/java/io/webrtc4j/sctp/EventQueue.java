package io.webrtc4j.sctp;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Events that wait to be polled, and the bytes that wait with them. */
final class EventQueue {
  /** What a waiting event costs beside its content, so that tiny ones count too. */
  static final int OVERHEAD = 64;

  private final Queue<DataChannelEvent> events = new ArrayDeque<>();
  private long unreadBytes;

  void add(DataChannelEvent event) {
    events.add(event);
    retain(size(event));
  }

  @Nullable DataChannelEvent poll() {
    DataChannelEvent event = events.poll();
    if (event != null) {
      release(size(event));
    }
    return event;
  }

  /** What of an event the peer determines. */
  private static int size(DataChannelEvent event) {
    if (event instanceof DataChannelEvent.MessageReceived message) {
      return message.payload().length;
    } else if (event instanceof DataChannelEvent.ChannelOffered offered) {
      return offered.parameters().label().length() + offered.parameters().protocol().length();
    }
    return 0;
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
