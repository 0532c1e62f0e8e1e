package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.SerialNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The order of messages in one of the peer's streams (RFC 9260 §6.5, §6.6). */
final class InboundStream {
  private static final int SSN_MASK = 0xffff;

  private final ReceiveWindow window;
  private final Map<Integer, InboundMessage> waiting = new HashMap<>();
  private int nextSsn;

  InboundStream(ReceiveWindow window) {
    this.window = window;
  }

  /** Adds an ordered message, and moves all that is in order now to {@code delivered}. */
  void add(InboundMessage message, Queue<InboundMessage> delivered) {
    if (message.ssn() == nextSsn) {
      delivered.add(message);
      nextSsn = (nextSsn + 1) & SSN_MASK;
      deliverWaiting(delivered);
    } else if (waiting.putIfAbsent(message.ssn(), message) == null) {
      window.retain(message.payload().length);
    }
  }

  /** Begins again with SSN 0 (RFC 6525 §5.2.2 E3). */
  void reset() {
    waiting.values().forEach(this::release);
    waiting.clear();
    nextSsn = 0;
  }

  /** Gives up waiting for messages up to {@code ssn} (RFC 3758 §3.6). */
  void skipTo(int ssn, Queue<InboundMessage> delivered) {
    if (SerialNumber.isLess16(ssn, nextSsn)) {
      return;
    }
    int from = nextSsn;
    int skipped = ((ssn - from) & SSN_MASK) + 1;
    // Whichever is fewer, so that no list of skips makes much work.
    if (skipped <= waiting.size()) {
      for (int i = 0; i < skipped; i++) {
        pass(waiting.get((from + i) & SSN_MASK), delivered);
      }
    } else {
      waiting.values().stream()
          .filter(message -> distance(from, message) < skipped)
          .sorted((a, b) -> distance(from, a) - distance(from, b))
          .toList()
          .forEach(message -> pass(message, delivered));
    }
    nextSsn = (ssn + 1) & SSN_MASK;
    deliverWaiting(delivered);
  }

  private void pass(@Nullable InboundMessage message, Queue<InboundMessage> delivered) {
    if (message != null) {
      waiting.remove(message.ssn());
      release(message);
      delivered.add(message);
    }
  }

  private void deliverWaiting(Queue<InboundMessage> delivered) {
    while (!waiting.isEmpty()) {
      InboundMessage next = waiting.remove(nextSsn);
      if (next == null) {
        return;
      }
      release(next);
      delivered.add(next);
      nextSsn = (nextSsn + 1) & SSN_MASK;
    }
  }

  private void release(InboundMessage message) {
    window.release(message.payload().length, 1);
  }

  private static int distance(int from, InboundMessage message) {
    return (message.ssn() - from) & SSN_MASK;
  }
}
