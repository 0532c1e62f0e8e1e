package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.session.RtpEvent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What happened and was not polled yet. If nobody polls, the newest media are dropped. */
final class Events {
  static final int MAX_BYTES = 32 << 20;

  /** Of media; what else happens is rare, and limited by itself. */
  static final int MAX_MEDIA = 8192;

  static final int MAX_EVENTS = 2 * MAX_MEDIA;

  private final ArrayDeque<RtpEvent> events = new ArrayDeque<>();
  private int media;
  private int bytes;

  /** Adds an event; false if there is no room. */
  boolean add(RtpEvent event) {
    int size = size(event);
    boolean isMedia = size >= 0;
    if (events.size() >= MAX_EVENTS
        || (isMedia && (media >= MAX_MEDIA || bytes + size > MAX_BYTES))) {
      return false;
    }
    if (isMedia) {
      media++;
      bytes += size;
    }
    return events.add(event);
  }

  @Nullable RtpEvent poll() {
    RtpEvent event = events.poll();
    if (event != null && size(event) >= 0) {
      media--;
      bytes -= size(event);
    }
    return event;
  }

  /** Bytes of media, or -1 if the event is no media. */
  private static int size(RtpEvent event) {
    if (event instanceof RtpEvent.Frame frame) {
      return frame.frame().data().length;
    }
    return event instanceof RtpEvent.Packet packet ? packet.packet().payloadLength() : -1;
  }
}
