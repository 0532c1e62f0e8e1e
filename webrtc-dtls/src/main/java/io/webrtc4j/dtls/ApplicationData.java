package io.webrtc4j.dtls;

import io.webrtc4j.dtls.record.RecordCounters;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What arrived and has not been polled. Its bound matters only if nobody polls, or before the
 * handshake is complete, when the peer may be ahead of us.
 */
final class ApplicationData {
  static final int MAX_BYTES = 1 << 20;

  private final RecordCounters counters;
  private final ArrayDeque<byte[]> records = new ArrayDeque<>();
  private int bytes;

  ApplicationData(RecordCounters counters) {
    this.counters = counters;
  }

  /** Keeps {@code content}; drops it if there is too much. Empty ones say nothing. */
  void add(byte[] content) {
    if (content.length == 0) {
      return;
    }
    if (bytes + content.length > MAX_BYTES) {
      counters.overflowed++;
      return;
    }
    bytes += content.length;
    records.add(content);
  }

  byte @Nullable [] poll() {
    byte[] content = records.poll();
    if (content != null) {
      bytes -= content.length;
    }
    return content;
  }

  void clear() {
    records.clear();
    bytes = 0;
  }
}
