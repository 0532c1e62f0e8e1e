package io.webrtc4j.ice;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Events until they are polled. */
final class EventQueue {
  /** Far more than one input can cause: only a caller that does not poll gets here. */
  static final int LIMIT = 256;

  private final Deque<IceEvent> events = new ArrayDeque<>();
  private final Drops drops;

  EventQueue(Drops drops) {
    this.drops = drops;
  }

  /** Adds an event; beyond the limit the oldest is lost, since the newest says how things are. */
  void add(IceEvent event) {
    if (events.size() >= LIMIT) {
      events.remove();
      drops.beyondLimits();
    }
    events.add(event);
  }

  @Nullable IceEvent poll() {
    return events.poll();
  }
}
