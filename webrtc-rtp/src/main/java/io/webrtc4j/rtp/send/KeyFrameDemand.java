package io.webrtc4j.rtp.send;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which of the requests for a key frame of one stream are passed on: a repeated FIR is not (RFC
 * 5104 §4.3.1.2), and any only so often, whatever asks for them.
 */
final class KeyFrameDemand {
  /** A key frame may be ten times a frame's size; a peer must not have us send nothing else. */
  static final long MIN_INTERVAL = Deadline.millis(300);

  // Of a conference, each participant numbers its requests by itself.
  private static final int MAX_REQUESTERS = 64;

  private final Map<Long, Integer> lastFir = new LinkedHashMap<>();
  private long nextAt = Long.MIN_VALUE;
  private boolean pending;

  /** Whether a FIR of {@code sender}'s is a new one. */
  boolean isNew(long sender, FullIntraRequest.Request request) {
    Integer before = lastFir.put(sender, request.sequenceNumber());
    if (lastFir.size() > MAX_REQUESTERS) {
      lastFir.remove(lastFir.keySet().iterator().next());
    }
    return before == null || before != request.sequenceNumber();
  }

  /** Notes a request, which {@link #take} passes on when its time has come. */
  void request() {
    pending = true;
  }

  /** Whether a request is to be passed on now. */
  boolean take(long now) {
    if (!pending || now < nextAt) {
      return false;
    }
    pending = false;
    nextAt = Deadline.after(now, MIN_INTERVAL);
    return true;
  }

  /** A key frame was given, which answers all requests before it. */
  void answered() {
    pending = false;
  }

  long nextDeadline() {
    return pending ? Math.max(nextAt, 0) : Deadline.NEVER;
  }
}
